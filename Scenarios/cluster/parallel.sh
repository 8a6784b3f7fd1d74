#!/bin/sh
# A sweep in parts with GNU parallel, on this machine or on several that share the folder.
#
#   SHARDS=16 parallel.sh Scenarios/shenzhen/peak.yaml --vary levers.electric-cars.level=0:1:0.1 …
#
# Run it again to go on where it broke off: parts that are done are not run again. For several
# machines set PARALLEL='--sshloginfile hosts --workdir .' (see `man parallel`).
set -eu
shards=${SHARDS:-8}
output=${OUTPUT:-Output}
carbonpeak=${CARBONPEAK:-carbonpeak}

seq "$shards" | parallel --quote --halt soon,fail=1 \
  "$carbonpeak" sweep "$@" --shard {}/"$shards" --resume --jobs 1 --quiet --output "$output/parts"
"$carbonpeak" merge --output "$output" "$output"/parts/*/*/sweep-*-of-"$shards".csv
