# Only the instance makes the address answer. The driver does not verify Amazon's database certificates, which no system
# trusts by itself: the connection is encrypted, and the security groups say who is at its ends.
output "url" {
  value      = "jdbc:mysql://${aws_rds_cluster.this.endpoint}:3306/${aws_rds_cluster.this.database_name}?sslMode=REQUIRED"
  depends_on = [aws_rds_cluster_instance.this, aws_vpc_security_group_ingress_rule.functions]
}

output "username" {
  value = aws_rds_cluster.this.master_username
}

output "id" {
  value = aws_rds_cluster.this.cluster_identifier
}
