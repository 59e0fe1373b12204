#!/bin/sh
# Unpacks Debian's packages of the broker and all it needs into /srv/trees, one tree for each RPM to be, and makes RPMs in
# /srv/repository of those that are the same for every family. What it needs besides stays as Debian's packages.
set -e
sources=/usr/local/src/guideproof
trees=/srv/trees

export DEBIAN_FRONTEND=noninteractive
apt() { apt-get --quiet -o Dpkg::Use-Pty=false --no-install-recommends --yes "$@"; }

# The upstream part and the Debian part of a version such as 1:25.2.3+dfsg-1+deb12u4, as RPM's Version and Release.
version() { dpkg-deb --field "$1" Version | sed -E 's/^[0-9]+://; s/-[^-]*$//; s/[+]dfsg.*//'; }
release() { dpkg-deb --field "$1" Version | sed -E 's/^.*-//'; }

apt update
needed=$(apt-get --simulate --no-install-recommends install rabbitmq-server | sed -n 's/^Inst \([^ ]*\) .*/\1/p')
repacked='^(erlang-.*|rabbitmq-server|socat|logrotate)$'
apt install rpm createrepo-c passwd $(echo "$needed" | grep -Ev "$repacked")

mkdir -p $trees /srv/debs
cd /srv/debs
apt -o APT::Sandbox::User=root download $(echo "$needed" | grep -E "$repacked")
for deb in *.deb; do
  name=$(dpkg-deb --field "$deb" Package)
  case $name in erlang-*) tree=$trees/erlang ;; *) tree=$trees/$name ;; esac
  dpkg-deb --extract "$deb" "$tree"
done

# RPM distributions have one /usr, and neither System V scripts nor what only Debian's scripts read.
for tree in $trees/*; do
  if [ -d "$tree/lib" ]; then
    mkdir -p "$tree/usr/lib"
    cp --archive "$tree/lib/." "$tree/usr/lib/"
  fi
  rm -rf "$tree/lib" "$tree/etc/init.d" "$tree/etc/default" "$tree/usr/share/lintian" "$tree/usr/share/bug"
done
mkdir -p $trees/erlang-epmd/usr/bin
mv $trees/erlang/usr/bin/epmd $trees/erlang-epmd/usr/bin/
rm -f $trees/erlang/usr/lib/systemd/system/epmd.*
mkdir -p $trees/rabbitmq-server/etc/rabbitmq
mv $trees/rabbitmq-server/usr/share/rabbitmq/rabbitmq-env.conf $trees/rabbitmq-server/etc/rabbitmq/

# Debian keeps RPM's database in the user's home; it is for the system here.
# Not among RPM's own macros: those of the platform would be read after them, and strip and compress what is there.
macros=/etc/rpm/macros.stand-in
mkdir -p /etc/rpm
for package in erlang-base rabbitmq-server socat logrotate; do
  macro=$(echo $package | sed 's/-.*//')
  printf '%%%s_version %s\n%%%s_release %s\n' \
    $macro "$(version ${package}_*.deb)" $macro "$(release ${package}_*.deb)"
done > $macros
cat >> $macros <<'MACROS'
%_dbpath /var/lib/rpm
%_rpmdir /srv/repository
%_rpmfilename %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm
%_binary_payload w1.gzdio
%_build_id_links none
%debug_package %{nil}
%__os_install_post %{nil}
%use_tree() cp --archive /srv/trees/%1/. %{buildroot}/ \
(cd /srv/trees/%1 && find . ! -type d -printf '/%%P\\n') | sed -E 's|^/etc/|%config(noreplace) &|' > %1.files
MACROS
rpmbuild -bb --quiet $sources/runtime.spec

rm -rf /srv/debs $trees/erlang $trees/socat $trees/logrotate /root/rpmbuild
