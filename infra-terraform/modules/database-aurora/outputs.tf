# Only the instance makes the address answer. Amazon's database certificates, which no system trusts by itself, are verified
# where functions are told of its authority; else the connection is encrypted, and the security groups say who is at its ends.
output "url" {
  value      = "jdbc:mysql://${aws_rds_cluster.this.endpoint}:3306/${aws_rds_cluster.this.database_name}?sslMode=${var.settings.verify_identity ? "VERIFY_IDENTITY" : "REQUIRED"}"
  depends_on = [aws_rds_cluster_instance.this, aws_vpc_security_group_ingress_rule.functions]
}

output "username" {
  value = aws_rds_cluster.this.master_username
}

output "id" {
  value = aws_rds_cluster.this.cluster_identifier
}
