# Moves traffic to what was published, after the schema is where it must be. A schema may be ahead of the functions (they
# are written for that), never behind.

variable "alias" {
  description = "Name of the alias that traffic goes to."
  type        = string
}

variable "published" {
  description = "By function: its name and the version published last."
  type        = map(object({ name = string, version = string }))
}

variable "live_versions" {
  description = "Functions that are to be at another version than the last."
  type        = map(string)
}

# Fails, and everything below with it, when the schema cannot be migrated: people keep what they had.
resource "aws_lambda_invocation" "migrate" {
  function_name = var.published["maintenance"].name
  qualifier     = var.published["maintenance"].version
  input         = jsonencode({ task = "migrate" })
  triggers      = { version = var.published["maintenance"].version }
}

resource "aws_lambda_alias" "this" {
  for_each = var.published

  name             = var.alias
  description      = "What people use"
  function_name    = each.value.name
  function_version = lookup(var.live_versions, each.key, each.value.version)

  depends_on = [aws_lambda_invocation.migrate]
}

output "versions" {
  value = { for name, alias in aws_lambda_alias.this : name => alias.function_version }
}

output "alias_arns" {
  value = { for name, alias in aws_lambda_alias.this : name => alias.arn }
}

output "migration" {
  value = aws_lambda_invocation.migrate.result
}
