#!/usr/bin/env bash
# pyam's check_aggregate gives the same answer for "the sum is right" and for "there was nothing to add up".
#
# For a variable whose components add up the answer is None; for one that has no components, and for a name
# that is not in the data at all (one letter missing), it is None too, with a line in the log at most. A
# pipeline that takes None for "passed" therefore passes a misspelt check. Who checks our trajectory.csv
# with pyam should count the components first, as the last lines do.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export XDG_CACHE_HOME=$folder/cache
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install -q --disable-pip-version-check "pyam-iamc==3.3.0" "SQLAlchemy<2.1"
"$folder/python/bin/python" -W ignore - <<'PYTHON'
import pandas
import pyam

print("pyam", pyam.__version__)
rows = [
    ("Emissions|CO2", "Mt CO2/yr", 10.0),
    ("Emissions|CO2|Energy", "Mt CO2/yr", 7.0),
    ("Emissions|CO2|Industrial Processes", "Mt CO2/yr", 3.0),
    ("Final Energy", "EJ/yr", 1.0),
]
data = pyam.IamDataFrame(
    pandas.DataFrame(
        [("m", "s", "r", *row) for row in rows],
        columns=["model", "scenario", "region", "variable", "unit", 2020]))

right = data.check_aggregate("Emissions|CO2")
alone = data.check_aggregate("Final Energy")
absent = data.check_aggregate("Emisions|CO2")
print("sum is right:", right, "· no components:", alone, "· no such variable:", absent)
assert right is None and alone is None and absent is None, "the three answers differ now"
for name in ("Emissions|CO2", "Final Energy", "Emisions|CO2"):
    print(name, "has", len(data.filter(variable=name + "|*").variable), "components")
print("as found: None says nothing about whether anything was added up")
PYTHON
