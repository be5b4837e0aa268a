# One metric each and ten in all, which cost nothing; the eleventh is Aurora's. What says nothing while nobody chats is no
# alarm, but for maintenance: that is to be heard of.

locals {
  alarms = merge({
    answers-fail = {
      text = "Requests end with 5xx, whichever function answered or did not"
      of   = ["AWS/ApiGateway", "5XXError", { ApiName = var.api_name }], stat = "Sum", least = 10
    }
    first-words-late = {
      text = "One answer in twenty begins after 20 seconds"
      of   = ["ReChat", "rechat.turns.first_token", local.ours["chat-stream"]], stat = "p95", least = 20000, periods = 3
    }
    dify-fails = {
      text = "Dify refuses, fails or does not answer"
      of   = ["ReChat", "rechat.dify.errors", local.ours["chat-stream"]], stat = "Sum", least = 10
    }
    database-waits = {
      text = "Requests wait for a connection to the database"
      of   = ["ReChat", "rechat.pool.wait", local.ours["chat-stream"]], stat = "p95", least = 2000, periods = 3
    }
    answers-crash = {
      text = "Answers are cut off: chat-stream crashes or runs out of time"
      of   = ["AWS/Lambda", "Errors", local.lambda["chat-stream"]], stat = "Sum", least = 3
    }
    answers-refused = {
      text = "Questions are refused because all instances are busy"
      of   = ["AWS/Lambda", "Throttles", local.lambda["chat-stream"]], stat = "Sum", least = 1
    }
    answers-nearly-full = {
      text = "Four fifths of the answers that may run at once are running"
      of   = ["AWS/Lambda", "ConcurrentExecutions", local.lambda["chat-stream"]], stat = "Maximum", least = ceil(var.concurrency["chat-stream"] * 0.8)
    }
    maintenance-fails = {
      text = "A task of maintenance failed; the function's log says why"
      of   = ["ReChat", "rechat.maintenance.failed", local.ours["maintenance"]], stat = "Sum", least = 1
    }
    maintenance-events-kept = {
      text = "Events that maintenance could not handle are in the queue"
      of   = ["AWS/SQS", "ApproximateNumberOfMessagesVisible", { QueueName = var.failures_queue }], stat = "Maximum", least = 1
    }
    maintenance-rests = {
      text = "Maintenance did not run for a day"
      of   = ["AWS/Lambda", "Invocations", local.lambda["maintenance"]], stat = "Sum", most = 0, seconds = 86400
    }
    }, var.cluster == null ? {} : {
    database-full = {
      text = "Aurora is as large as it may grow"
      of   = ["AWS/RDS", "ServerlessDatabaseCapacity", { DBClusterIdentifier = var.cluster.id }], stat = "Maximum", least = var.cluster.max_capacity, periods = 3
    }
  })
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.text
  namespace           = each.value.of[0]
  metric_name         = each.value.of[1]
  dimensions          = each.value.of[2]
  statistic           = startswith(each.value.stat, "p") ? null : each.value.stat
  extended_statistic  = startswith(each.value.stat, "p") ? each.value.stat : null
  comparison_operator = can(each.value.most) ? "LessThanOrEqualToThreshold" : "GreaterThanOrEqualToThreshold"
  threshold           = try(each.value.most, each.value.least)
  treat_missing_data  = can(each.value.most) ? "breaching" : "notBreaching"
  period              = try(each.value.seconds, 300)
  evaluation_periods  = try(each.value.periods, 1)
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}
