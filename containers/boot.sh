#!/bin/sh
# The first process of a controller: hands over to systemd once there is a cgroup tree that systemd may write.
set -e

# What systemd gets is the tree of the container's own cgroup namespace. On a host with cgroup v2 Docker has mounted it
# read-only; Podman, which knows about init systems, may have prepared it already; on a host with v1 it is not there.
tree=/sys/fs/cgroup
if [ "$(stat --file-system --format=%T $tree)" != cgroup2fs ]; then
  mount -t cgroup2 cgroup2 $tree
elif [ ! -w $tree/cgroup.procs ]; then
  mount -o remount,bind,rw $tree
fi

# The right to mount was needed for that alone.
exec setpriv --bounding-set -sys_admin --inh-caps -all /sbin/init
