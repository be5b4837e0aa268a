# One key, and what it protects: the keys that sign tokens and seal Dify's keys, and the database's password. They are made
# once and kept in SSM parameters; to change one, put another value there (docs/configuration.md says how) and apply.

variable "name" {
  description = "Begins all names."
  type        = string
}

variable "customer_key" {
  description = "Whether to make a key; AWS's own is used otherwise."
  type        = bool
}

variable "external_password" {
  description = "Password of an external database."
  type        = string
  sensitive   = true
}

variable "aurora" {
  description = "Whether a password for Aurora is to be made up."
  type        = bool
}

data "aws_secretsmanager_random_password" "this" {
  for_each = toset(["jwt", "secrets", "database"])

  password_length     = 64
  exclude_punctuation = true
}

resource "aws_ssm_parameter" "jwt_keys" {
  name   = "/${var.name}/jwt-keys"
  type   = "SecureString"
  key_id = local.key_arn
  value  = "k1:${data.aws_secretsmanager_random_password.this["jwt"].random_password}"

  # Made up anew by each plan, and used by the first alone.
  lifecycle {
    ignore_changes = [value]
  }
}

resource "aws_ssm_parameter" "secrets_keys" {
  name   = "/${var.name}/secrets-keys"
  type   = "SecureString"
  key_id = local.key_arn
  value  = "k1:${base64sha256(data.aws_secretsmanager_random_password.this["secrets"].random_password)}"

  lifecycle {
    ignore_changes = [value]
  }
}

resource "aws_ssm_parameter" "aurora_password" {
  count = var.aurora ? 1 : 0

  name   = "/${var.name}/database-password"
  type   = "SecureString"
  key_id = local.key_arn
  value  = data.aws_secretsmanager_random_password.this["database"].random_password

  lifecycle {
    ignore_changes = [value]
  }
}

output "jwt_keys" {
  value     = aws_ssm_parameter.jwt_keys.value
  sensitive = true
}

output "secrets_keys" {
  value     = aws_ssm_parameter.secrets_keys.value
  sensitive = true
}

output "database_password" {
  value     = var.aurora ? aws_ssm_parameter.aurora_password[0].value : var.external_password
  sensitive = true
}

output "key_arn" {
  description = "Null where AWS's keys are used."
  value       = local.key_arn
}
