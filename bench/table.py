"""The figures as a table of Markdown."""

from __future__ import annotations

from typing import Any


def table(report: dict[str, Any]) -> str:
    """The table of a report, with the machine under it."""
    lines = ["| | goal | measured | from | to | |", "|---|---|---|---|---|---|"]
    for row in report["rows"]:
        values = [pair["value"] for pair in row["pairs"]]
        sign = "≥" if row["sign"] == ">=" else "≤"
        unit = " s" if row["unit"] == "s" else ""
        lines.append(
            f"| {row['what']} | {sign} {row['goal']:g}{unit} | {row['value']:.2f}{unit} "
            f"| {min(values):.2f} | {max(values):.2f} | {'met' if row['met'] else 'missed'} |"
        )
    here = report["machine"]
    versions = ", ".join(f"{name} {number}" for name, number in here["versions"].items() if number)
    load = ", ".join(f"{part:.1f}" for part in here["load"] or [])
    lines += [
        "",
        f"{here['processor']}, {here['cores']} cores, {here['memory']}; {here['system']}; "
        f"Python {here['python']}; {versions}; load {load}.",
    ]
    return "\n".join(lines)
