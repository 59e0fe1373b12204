#!/bin/sh
# What a person would write instead: bare.sh CLI IMAGE AMQP_ROUND_TRIP
# Boots the image, types the guide's commands, makes one AMQP round trip, removes the machine.
set -e
cli=$1 image=$2 round_trip=$3
container=$("$cli" run -d --hostname controller --cap-add SYS_ADMIN --security-opt seccomp=unconfined --cgroupns=private \
  --tmpfs /run --tmpfs /run/lock --tmpfs /tmp -e container=docker -p 127.0.0.1::5672 "$image")
trap '"$cli" rm -f -v "$container" >/dev/null' EXIT
until "$cli" exec "$container" systemctl is-system-running --wait >/dev/null 2>&1; do :; done
"$cli" exec -i "$container" sh -e <<'GUIDE'
apt-get install -y rabbitmq-server
rabbitmqctl add_user openstack BENCH
rabbitmqctl set_permissions openstack ".*" ".*" ".*"
GUIDE
port=$("$cli" port "$container" 5672/tcp)
node "$round_trip" "amqp://openstack:BENCH@$port/%2F"
