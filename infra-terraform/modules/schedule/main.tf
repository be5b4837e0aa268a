# Runs maintenance by the clock, and keeps events that failed for two weeks.

variable "name" {
  description = "Begins all names."
  type        = string
}

variable "function" {
  description = "Name of the maintenance function."
  type        = string
}

variable "alias_arn" {
  description = "ARN of its alias."
  type        = string
}

variable "expression" {
  description = "rate(1 minute), cron(…)"
  type        = string
}

resource "aws_sqs_queue" "failures" {
  name                      = "${var.name}-failures"
  message_retention_seconds = 14 * 24 * 60 * 60
  sqs_managed_sse_enabled   = true
}

# A run that failed is not repeated: the next one does the same work.
resource "aws_lambda_function_event_invoke_config" "maintenance" {
  function_name = var.function
  # The ARN and not the name: the alias must be there.
  qualifier                    = reverse(split(":", var.alias_arn))[0]
  maximum_retry_attempts       = 0
  maximum_event_age_in_seconds = 300

  destination_config {
    on_failure {
      destination = aws_sqs_queue.failures.arn
    }
  }
}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["scheduler.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "schedule" {
  statement {
    sid       = "Maintenance"
    actions   = ["lambda:InvokeFunction"]
    resources = [var.alias_arn]
  }

  statement {
    sid       = "TellFailures"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.failures.arn]
  }
}

resource "aws_iam_role" "schedule" {
  name               = "${var.name}-schedule"
  description        = "Invokes ${var.function}"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

resource "aws_iam_role_policy" "schedule" {
  name   = "own"
  role   = aws_iam_role.schedule.id
  policy = data.aws_iam_policy_document.schedule.json
}

resource "aws_scheduler_schedule" "maintenance" {
  name                = "${var.name}-maintenance"
  description         = "Retention, orphaned answers, deletions at Dify, the audit log's seals"
  schedule_expression = var.expression

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = var.alias_arn
    role_arn = aws_iam_role.schedule.arn
    # Nothing said: all tasks.
    input = "{}"

    dead_letter_config {
      arn = aws_sqs_queue.failures.arn
    }

    retry_policy {
      maximum_retry_attempts       = 0
      maximum_event_age_in_seconds = 300
    }
  }

  depends_on = [aws_iam_role_policy.schedule]
}

output "failures_arn" {
  value = aws_sqs_queue.failures.arn
}

output "failures_name" {
  value = aws_sqs_queue.failures.name
}
