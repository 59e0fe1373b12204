#!/bin/sh
# The first process of a controller: hands over to systemd once there is a cgroup tree that systemd may write.
set -e

# On a host with cgroup v1, or with v2 mounted read-only, systemd gets the tree of the container's own cgroup
# namespace. An engine that knows about init systems, such as Podman, has prepared one already.
tree=/sys/fs/cgroup
if [ "$(stat --file-system --format=%T $tree)" != cgroup2fs ] || [ ! -w $tree/cgroup.procs ]; then
  mount -t cgroup2 cgroup2 $tree
fi

# The right to mount was needed for that alone.
exec setpriv --bounding-set -sys_admin --inh-caps -all /sbin/init
