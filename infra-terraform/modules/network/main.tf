# Private subnets for the functions and Aurora, in two zones, and a way out to Dify. Only what is needed: functions call no
# AWS service but S3, whose endpoint costs nothing. An existing network gets nothing but the functions' security group.

variable "name" {
  description = "Begins all names."
  type        = string
}

variable "region" {
  description = "Where it is."
  type        = string
}

variable "s3" {
  description = "Whether functions need S3."
  type        = bool
}

variable "existing" {
  description = "A network that is there; null to make one."
  type        = object({ vpc_id = string, subnet_ids = list(string) })
}

variable "cidr" {
  description = "Addresses of a new one."
  type        = string
}

variable "egress" {
  description = "nat-gateway, ipv6 or none, in a new one."
  type        = string
}

variable "egress_ports" {
  description = "Ports that functions may connect to."
  type        = set(number)
}

data "aws_availability_zones" "this" {
  state = "available"
}

locals {
  made  = var.existing == null ? 1 : 0
  zones = var.existing == null ? slice(data.aws_availability_zones.this.names, 0, 2) : []
  ipv6  = var.egress == "ipv6"
}

resource "aws_vpc" "this" {
  count = local.made

  cidr_block                       = var.cidr
  enable_dns_hostnames             = true
  assign_generated_ipv6_cidr_block = local.ipv6
  tags                             = { Name = var.name }
}

resource "aws_subnet" "private" {
  count = length(local.zones)

  vpc_id            = aws_vpc.this[0].id
  availability_zone = local.zones[count.index]
  cidr_block        = cidrsubnet(var.cidr, 4, count.index)
  ipv6_cidr_block   = local.ipv6 ? cidrsubnet(aws_vpc.this[0].ipv6_cidr_block, 8, count.index) : null
  tags              = { Name = "${var.name}-private-${count.index}" }
}

resource "aws_route_table" "private" {
  count = local.made

  vpc_id = aws_vpc.this[0].id
  tags   = { Name = "${var.name}-private" }
}

resource "aws_route_table_association" "private" {
  count = length(local.zones)

  subnet_id      = aws_subnet.private[count.index].id
  route_table_id = aws_route_table.private[0].id
}

resource "aws_vpc_endpoint" "s3" {
  count = var.s3 ? local.made : 0

  vpc_id            = aws_vpc.this[0].id
  service_name      = "com.amazonaws.${var.region}.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = [aws_route_table.private[0].id]
  tags              = { Name = "${var.name}-s3" }
}

# The default group allows its members everything; nobody is to be in it.
resource "aws_default_security_group" "this" {
  count = local.made

  vpc_id = aws_vpc.this[0].id
}

resource "aws_security_group" "functions" {
  name        = "${var.name}-functions"
  description = "Functions: out to database, Dify and mail; nothing in"
  vpc_id      = var.existing == null ? aws_vpc.this[0].id : var.existing.vpc_id
}

resource "aws_vpc_security_group_egress_rule" "ipv4" {
  for_each = toset([for port in var.egress_ports : tostring(port)])

  security_group_id = aws_security_group.functions.id
  description       = "To port ${each.key}"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = tonumber(each.key)
  to_port           = tonumber(each.key)
}

resource "aws_vpc_security_group_egress_rule" "ipv6" {
  for_each = local.ipv6 ? toset([for port in var.egress_ports : tostring(port)]) : []

  security_group_id = aws_security_group.functions.id
  description       = "To port ${each.key}"
  cidr_ipv6         = "::/0"
  ip_protocol       = "tcp"
  from_port         = tonumber(each.key)
  to_port           = tonumber(each.key)
}

output "vpc_id" {
  value = var.existing == null ? aws_vpc.this[0].id : var.existing.vpc_id
}

# With the way out: who is put there may need it at once.
output "subnet_ids" {
  value      = var.existing == null ? aws_subnet.private[*].id : var.existing.subnet_ids
  depends_on = [aws_route_table_association.private, aws_route.nat, aws_route.ipv6, aws_vpc_endpoint.s3]
}

output "functions_group_id" {
  value = aws_security_group.functions.id
}
