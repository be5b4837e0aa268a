# Aurora MySQL that sleeps (0 ACU) when nobody is connected for a while, reachable by the functions only, by TLS only.

resource "aws_db_subnet_group" "this" {
  name       = var.name
  subnet_ids = var.subnet_ids
}

resource "aws_security_group" "this" {
  name        = "${var.name}-database"
  description = "Database: in from the functions, nothing out"
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "functions" {
  security_group_id            = aws_security_group.this.id
  description                  = "Functions"
  referenced_security_group_id = var.client_group_id
  ip_protocol                  = "tcp"
  from_port                    = 3306
  to_port                      = 3306
}

resource "aws_rds_cluster_parameter_group" "this" {
  name        = var.name
  family      = "aurora-mysql8.0"
  description = "ReChat"

  parameter {
    name  = "character_set_server"
    value = "utf8mb4"
  }

  parameter {
    name  = "require_secure_transport"
    value = "ON"
  }

  parameter {
    name         = "max_connections"
    value        = tostring(var.connections + 10)
    apply_method = "pending-reboot"
  }

  # A function that Lambda has frozen keeps its connections, and a database with connections never sleeps.
  parameter {
    name  = "wait_timeout"
    value = "60"
  }
}

resource "aws_rds_cluster" "this" {
  cluster_identifier              = var.name
  engine                          = "aurora-mysql"
  engine_version                  = var.settings.engine_version
  database_name                   = "rechat"
  master_username                 = "rechat"
  master_password                 = var.password
  db_subnet_group_name            = aws_db_subnet_group.this.name
  vpc_security_group_ids          = [aws_security_group.this.id]
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.this.name
  storage_encrypted               = true
  kms_key_id                      = var.kms_key_arn
  backup_retention_period         = var.settings.backup_retention_days
  deletion_protection             = var.settings.deletion_protection
  skip_final_snapshot             = !var.settings.final_snapshot
  final_snapshot_identifier       = var.settings.final_snapshot ? "${var.name}-final" : null
  copy_tags_to_snapshot           = true
  apply_immediately               = true
  enabled_cloudwatch_logs_exports = ["error"]

  serverlessv2_scaling_configuration {
    min_capacity             = 0
    max_capacity             = var.settings.max_capacity
    seconds_until_auto_pause = var.settings.seconds_until_pause
  }

  depends_on = [aws_cloudwatch_log_group.error]
}

resource "aws_rds_cluster_instance" "this" {
  identifier           = "${var.name}-1"
  cluster_identifier   = aws_rds_cluster.this.id
  engine               = aws_rds_cluster.this.engine
  engine_version       = aws_rds_cluster.this.engine_version
  instance_class       = "db.serverless"
  publicly_accessible  = false
  db_subnet_group_name = aws_db_subnet_group.this.name
  # The settings say which version it is, and a plan when it changes.
  auto_minor_version_upgrade = false
}

resource "aws_cloudwatch_log_group" "error" {
  name              = "/aws/rds/cluster/${var.name}/error"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn
}
