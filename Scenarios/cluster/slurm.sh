#!/bin/sh
# A sweep in parts as a Slurm array, and a job after it that joins them.
#
#   SHARDS=100 slurm.sh Scenarios/shenzhen/peak.yaml --vary levers.electric-cars.level=0:1:0.1 …
#
# A part that is requeued or submitted again goes on where it broke off. Options for sbatch, such as
# a partition or a time limit, come from the environment (SBATCH_PARTITION, SBATCH_TIMELIMIT, …).
set -eu
shards=${SHARDS:-8}
output=${OUTPUT:-Output}
carbonpeak=${CARBONPEAK:-carbonpeak}
mkdir -p "$output/parts"

# A command line that the shell of the job reads back to the same words.
quoted() {
  space=
  for word; do
    printf "%s'%s'" "$space" "$(printf %s "$word" | sed "s/'/'\\\\''/g")"
    space=' '
  done
}

array=$(sbatch --parsable --job-name=sweep --array="1-$shards" --cpus-per-task=1 --requeue \
  --output="$output/parts/slurm-%a.log" --wrap="exec $(quoted "$carbonpeak" sweep "$@") \
  --shard \$SLURM_ARRAY_TASK_ID/$shards --resume --jobs 1 --quiet --output $(quoted "$output/parts")")
sbatch --parsable --job-name=merge --dependency="afterok:$array" --kill-on-invalid-dep=yes \
  --output="$output/parts/merge.log" --wrap="exec $(quoted "$carbonpeak" merge --output "$output") \
  $(quoted "$output/parts")/*/*/sweep-*-of-$shards.csv"
