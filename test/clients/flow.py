"""The flow of a licence administrator through boto3, run by boto3.test.ts against a server.

Usage: python3 flow.py ENDPOINT ACCOUNT OTHER_ACCOUNT. Ends with 0 if all is as AWS documents it.
"""
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

ENDPOINT, ACCOUNT, OTHER = sys.argv[1:4]
REGION = "us-east-1"


def client(service, account=ACCOUNT):
    return boto3.client(
        service,
        endpoint_url=ENDPOINT,
        region_name=REGION,
        aws_access_key_id=account,
        aws_secret_access_key="none",
        config=Config(retries={"max_attempts": 0}),
    )


def code_of(call, **request):
    """The error code that a call ends with; an AssertionError if it succeeds."""
    try:
        call(**request)
    except ClientError as error:
        assert error.response["ResponseMetadata"]["RequestId"], "an error carries a request id"
        return error.response["Error"]["Code"], error.response["ResponseMetadata"]["HTTPStatusCode"]
    raise AssertionError("expected an error")


def pages(of, operation, key, size, **request):
    """All entries of a paged list, read page by page; size tells the paginator how many a page holds."""
    found = of.get_paginator(operation).paginate(PaginationConfig={"PageSize": size}, **request)
    each = [page.get(key, []) for page in found]
    return each, [entry for page in each for entry in page]


lm, ec2 = client("license-manager"), client("ec2")

# Configurations: create, get, list by ARN, tags, update.
core = lm.create_license_configuration(
    Name="core", LicenseCountingType="Core", LicenseCount=10, LicenseCountHardLimit=True
)["LicenseConfigurationArn"]
vcpu = lm.create_license_configuration(
    Name="vcpu", LicenseCountingType="vCPU", LicenseCount=100, LicenseRules=["#honorVcpuOptimization=True"]
)["LicenseConfigurationArn"]
spare = [
    lm.create_license_configuration(Name=f"spare-{n}", LicenseCountingType="Instance")["LicenseConfigurationArn"]
    for n in range(3)
]
got = lm.get_license_configuration(LicenseConfigurationArn=core)
assert (got["LicenseCount"], got["LicenseCountHardLimit"], got["Status"]) == (10, True, "AVAILABLE"), got
assert got["ResponseMetadata"]["RequestId"]
some = lm.list_license_configurations(LicenseConfigurationArns=[vcpu])["LicenseConfigurations"]
assert [one["Name"] for one in some] == ["vcpu"], some
lm.tag_resource(ResourceArn=core, Tags=[{"Key": "team", "Value": "db"}])
assert lm.list_tags_for_resource(ResourceArn=core)["Tags"] == [{"Key": "team", "Value": "db"}]
lm.untag_resource(ResourceArn=core, TagKeys=["team"])
assert lm.list_tags_for_resource(ResourceArn=core)["Tags"] == []
lm.update_license_configuration(LicenseConfigurationArn=core, LicenseCountHardLimit=False, Name="core-2")
got = lm.get_license_configuration(LicenseConfigurationArn=core)
assert (got["Name"], got["LicenseCountHardLimit"]) == ("core-2", False), got
lm.update_license_configuration(LicenseConfigurationArn=core, LicenseConfigurationStatus="DISABLED")
assert lm.get_license_configuration(LicenseConfigurationArn=core)["Status"] == "DISABLED"
lm.update_license_configuration(LicenseConfigurationArn=core, LicenseConfigurationStatus="AVAILABLE")

# Paginators read every page, each page once.
if lm.can_paginate("list_license_configurations"):
    each, every = pages(lm, "list_license_configurations", "LicenseConfigurations", 2)
    assert [len(page) for page in each] == [2, 2, 1], each
    assert [one["Name"] for one in every] == ["core-2", "vcpu", "spare-0", "spare-1", "spare-2"], every

# Associations of an AMI: one call takes one away and adds another.
image = ec2.register_image(Name="web")["ImageId"]
image_arn = f"arn:aws:ec2:{REGION}::image/{image}"
lm.update_license_specifications_for_resource(
    ResourceArn=image_arn, AddLicenseSpecifications=[{"LicenseConfigurationArn": core}]
)
lm.update_license_specifications_for_resource(
    ResourceArn=image_arn,
    AddLicenseSpecifications=[{"LicenseConfigurationArn": vcpu}],
    RemoveLicenseSpecifications=[{"LicenseConfigurationArn": core}],
)
specs = lm.list_license_specifications_for_resource(ResourceArn=image_arn)["LicenseSpecifications"]
assert specs == [{"LicenseConfigurationArn": vcpu}], specs

# Machines under the licence of their AMI.
machines = ec2.run_instances(ImageId=image, InstanceType="m5.xlarge", MinCount=3, MaxCount=3)["Instances"]
ids = [machine["InstanceId"] for machine in machines]
used = lm.list_usage_for_license_configuration(LicenseConfigurationArn=vcpu)["LicenseConfigurationUsageList"]
assert sum(row["ConsumedLicenses"] for row in used) == 12, used
_, found = pages(ec2, "describe_instances", "Reservations", 5)
assert sorted(m["InstanceId"] for r in found for m in r["Instances"]) == sorted(ids), found
assert found[0]["Instances"][0]["LaunchTime"].tzinfo is not None
associated = lm.list_associations_for_license_configuration(LicenseConfigurationArn=vcpu)
assert len(associated["LicenseConfigurationAssociations"]) == 4, associated
ec2.stop_instances(InstanceIds=ids[:1])
ec2.start_instances(InstanceIds=ids[:1])
ec2.get_waiter("instance_running").wait(InstanceIds=ids, WaiterConfig={"Delay": 1, "MaxAttempts": 2})
ec2.terminate_instances(InstanceIds=ids)

# Hosts, and a template that names a licence.
host = ec2.allocate_hosts(
    InstanceFamily="m5", Quantity=1, AvailabilityZone=f"{REGION}a", AutoPlacement="on"
)["HostIds"][0]
placed = ec2.run_instances(
    ImageId=image, InstanceType="m5.large", MinCount=1, MaxCount=1, Placement={"Tenancy": "host", "HostId": host}
)["Instances"][0]
assert placed["Placement"]["HostId"] == host, placed
_, hosts = pages(ec2, "describe_hosts", "Hosts", 5)
assert [one["HostId"] for one in hosts] == [host], hosts
ec2.create_launch_template(
    LaunchTemplateName="web",
    LaunchTemplateData={
        "ImageId": image,
        "InstanceType": "m5.large",
        "LicenseSpecifications": [{"LicenseConfigurationArn": vcpu}],
    },
)
launched = ec2.run_instances(LaunchTemplate={"LaunchTemplateName": "web"}, MinCount=1, MaxCount=1)["Instances"][0]
assert launched["Licenses"] == [{"LicenseConfigurationArn": vcpu}], launched

# What is refused, with AWS's codes.
lm.update_license_configuration(LicenseConfigurationArn=vcpu, LicenseCountHardLimit=True)
assert code_of(ec2.run_instances, ImageId=image, InstanceType="m5.24xlarge", MinCount=2, MaxCount=2) == (
    "LicenseUsageException",
    400,
)
assert code_of(ec2.run_instances, ImageId="ami-0", InstanceType="m5.large", MinCount=1, MaxCount=1) == (
    "InvalidAMIID.NotFound",
    400,
)
assert code_of(ec2.describe_instances, InstanceIds=["i-0123456789abcdef0"])[0] == "InvalidInstanceID.NotFound"
assert code_of(ec2.run_instances, ImageId=image, MinCount=1, MaxCount=1, InstanceType="m5.large", DryRun=True) == (
    "DryRunOperation",
    412,
)
lm.delete_license_configuration(LicenseConfigurationArn=core)
assert code_of(lm.get_license_configuration, LicenseConfigurationArn=core) == ("InvalidParameterValueException", 400)
assert code_of(lm.list_licenses) == ("UnknownOperationException", 400)
assert code_of(ec2.describe_vpcs) == ("InvalidAction", 400)

# Accounts.
assert client("sts").get_caller_identity()["Account"] == ACCOUNT
assert client("sts", OTHER).get_caller_identity()["Account"] == OTHER
assert client("license-manager", OTHER).list_license_configurations()["LicenseConfigurations"] == []
assert code_of(client("sts", "999999999999").get_caller_identity) == ("InvalidClientTokenId", 403)
assert code_of(client("ec2", "999999999999").describe_hosts) == ("AuthFailure", 401)
assert code_of(client("license-manager", "999999999999").list_license_configurations) == (
    "UnrecognizedClientException",
    400,
)
print("all as documented")
