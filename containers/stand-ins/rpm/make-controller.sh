#!/bin/sh
# Makes a controller of family $FAMILY, rdo or obs, out of the image that has RPM's tools and the unpacked packages.
set -e
cd /usr/local/src/guideproof

DEBIAN_FRONTEND=noninteractive apt-get --quiet -o Dpkg::Use-Pty=false --no-install-recommends --yes \
  install "$INSTALLER"

# Debian's rpm wants an option before it installs anything. zypper always passes --noglob to it, and popt(3) lets an
# alias add to that.
echo 'rpm alias --noglob --noglob --force-debian' > /etc/popt

rpmbuild -bb --quiet --define "family $FAMILY" broker.spec
rpmbuild -bb --quiet --define "family $FAMILY" --define '_rpmdir /srv' root-file-system.spec
createrepo_c --quiet /srv/repository
rpm --force-debian --install /srv/root-file-system-*.rpm

case $FAMILY in
  rdo) configuration=/etc/yum.repos.d ;;
  obs) configuration=/etc/zypp/repos.d ;;
esac
mkdir -p $configuration
cp stand-in.repo $configuration/
# Debian has the program under the name that came after yum.
[ $FAMILY = obs ] || ln -s dnf /usr/bin/yum

# Debian starts what it installs; these families leave that to systemctl (systemd.preset(5)).
rm -f /etc/systemd/system-preset/* /usr/lib/systemd/system-preset/*
mkdir -p /usr/lib/systemd/system-preset
echo 'disable *' > /usr/lib/systemd/system-preset/99-default-disable.preset

# With Debian's own tools gone, what is installed is what RPM says.
cd /
rm -rf /srv/trees /srv/root-file-system-*.rpm /root/rpmbuild /usr/local/src/guideproof /var/lib/apt /var/cache/apt
rm -f /usr/bin/apt* /usr/bin/dpkg /usr/bin/dpkg-*
