#!/bin/sh
# What a person would write instead of verify, for the same work: bare.sh CLI IMAGE AMQP_ROUND_TRIP
# Boots the image, types the guide's commands, makes an AMQP round trip, takes each permission away and gives them back,
# reboots, makes a round trip once more, removes the machine.
set -e
cli=$1 image=$2 round_trip=$3
container=$("$cli" run -d --hostname controller --cap-add SYS_ADMIN --security-opt seccomp=unconfined --cgroupns=private \
  --tmpfs /run --tmpfs /run/lock --tmpfs /tmp -e container=docker -p 127.0.0.1::5672 "$image")
trap '"$cli" rm -f -v "$container" >/dev/null' EXIT
booted() { until "$cli" exec "$container" systemctl is-system-running --wait >/dev/null 2>&1; do :; done; }
round_trip() { node "$round_trip" "amqp://openstack:BENCH@$("$cli" port "$container" 5672/tcp)/%2F"; }
booted
"$cli" exec -i "$container" sh -e <<'GUIDE'
apt-get install -y rabbitmq-server
rabbitmqctl add_user openstack BENCH
rabbitmqctl set_permissions openstack ".*" ".*" ".*"
GUIDE
round_trip
"$cli" exec -i "$container" sh -e <<'CONTROLS'
rabbitmqctl set_permissions openstack "" ".*" ".*"
rabbitmqctl set_permissions openstack ".*" "" ".*"
rabbitmqctl set_permissions openstack ".*" ".*" ""
rabbitmqctl set_permissions openstack ".*" ".*" ".*"
CONTROLS
"$cli" restart -t 90 "$container" >/dev/null
booted
until round_trip 2>/dev/null; do :; done
