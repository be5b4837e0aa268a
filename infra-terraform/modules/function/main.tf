# One function: a native executable in a zip, its log group, and a role that may do nothing but write that log.

resource "aws_lambda_function" "this" {
  function_name                  = var.name
  description                    = var.description
  role                           = aws_iam_role.this.arn
  runtime                        = "provided.al2023"
  handler                        = "bootstrap"
  architectures                  = [var.architecture]
  filename                       = var.zip
  source_code_hash               = filebase64sha256(var.zip)
  memory_size                    = var.memory
  timeout                        = var.timeout
  reserved_concurrent_executions = var.concurrency
  kms_key_arn                    = var.key_arn
  publish                        = true

  environment {
    variables = var.environment
  }

  dynamic "vpc_config" {
    for_each = var.network == null ? [] : [var.network]

    content {
      subnet_ids                  = vpc_config.value.subnet_ids
      security_group_ids          = [vpc_config.value.security_group_id]
      ipv6_allowed_for_dual_stack = vpc_config.value.ipv6
    }
  }

  # Lambda would make a log group without an end, and check the role's rights, before they are there.
  depends_on = [aws_cloudwatch_log_group.this, aws_iam_role_policy.this]
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/lambda/${var.name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.key_arn
}
