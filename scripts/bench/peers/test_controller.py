"""What the chapter leads to, as far as testinfra can see it."""

import json
import os

PASSWORD = os.environ["GUIDEPROOF_PASSWORD"]


def rabbitmqctl(host, command):
    return json.loads(host.check_output(f"rabbitmqctl --quiet --formatter json {command}"))


def test_package_is_installed(host):
    assert host.package("rabbitmq-server").is_installed


def test_service_is_active_and_enabled(host):
    service = host.service("rabbitmq-server")
    assert service.is_running
    assert service.is_enabled


def test_node_is_running(host):
    host.run_expect([0], "rabbitmq-diagnostics --quiet check_running")


def test_amqp_is_listened_for(host):
    assert host.socket("tcp://5672").is_listening


def test_user_exists(host):
    assert "openstack" in [user["user"] for user in rabbitmqctl(host, "list_users")]


def test_permissions_are_full(host):
    granted = rabbitmqctl(host, "list_permissions --vhost /")
    assert {"user": "openstack", "configure": ".*", "write": ".*", "read": ".*"} in granted


def test_password_is_accepted(host):
    host.run_expect([0], "rabbitmqctl authenticate_user openstack %s", PASSWORD)
