data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "this" {
  name               = var.name
  description        = "What ${var.name} may do"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

data "aws_iam_policy_document" "this" {
  statement {
    sid       = "OwnLog"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.this.arn}:*"]
  }

  dynamic "statement" {
    for_each = var.key_arn == null ? [] : [var.key_arn]

    content {
      sid       = "OwnEnvironment"
      actions   = ["kms:Decrypt"]
      resources = [statement.value]
    }
  }

  dynamic "statement" {
    for_each = var.failures_arn == null ? [] : [var.failures_arn]

    content {
      sid       = "TellFailures"
      actions   = ["sqs:SendMessage"]
      resources = [statement.value]
    }
  }

  dynamic "statement" {
    for_each = var.payloads == null ? [] : [var.payloads]

    content {
      sid       = "PayloadsOfRunLogs"
      actions   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
      resources = ["${statement.value.bucket_arn}/${statement.value.prefix}/*"]
    }
  }

  # Listing, so that what is not there is 404 and not 403; nothing is listed. S3 does not look for a prefix where it decides that, so
  # none may be asked for.
  dynamic "statement" {
    for_each = var.payloads == null ? [] : [var.payloads]

    content {
      sid       = "WhetherThereAre"
      actions   = ["s3:ListBucket"]
      resources = [statement.value.bucket_arn]
    }
  }

  dynamic "statement" {
    for_each = var.payloads == null || var.key_arn == null ? [] : [var.key_arn]

    content {
      sid       = "EncryptPayloads"
      actions   = ["kms:GenerateDataKey"]
      resources = [statement.value]
    }
  }

  # Lambda itself attaches the function to the network with the function's rights, and AWS takes no narrower resource.
  dynamic "statement" {
    for_each = var.network == null ? [] : [1]

    content {
      sid = "AttachToNetwork"
      actions = [
        "ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets", "ec2:DeleteNetworkInterface",
        "ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses",
      ]
      resources = ["*"]
    }
  }

  # So the function's own code is refused what Lambda is allowed.
  dynamic "statement" {
    for_each = var.network == null ? [] : [1]

    content {
      sid       = "ButNotFromWithin"
      effect    = "Deny"
      actions   = ["ec2:*"]
      resources = ["*"]

      condition {
        test     = "ArnEquals"
        variable = "lambda:SourceFunctionArn"
        values   = [local.function_arn]
      }
    }
  }
}

data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  function_arn = join(":", [
    "arn", data.aws_partition.current.partition, "lambda", data.aws_region.current.name,
    data.aws_caller_identity.current.account_id, "function", var.name,
  ])
}

resource "aws_iam_role_policy" "this" {
  name   = "own"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.this.json
}
