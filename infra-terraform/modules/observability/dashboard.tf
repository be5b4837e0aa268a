# What stands on the page: what people notice first, then why. A list of charts; each takes a third of a row.

locals {
  # Dimensions, as ours (MetricName) and as AWS's metrics have them.
  ours   = { for name, function in var.functions : name => { function = function } }
  lambda = { for name, function in var.functions : name => { FunctionName = function } }

  http = [for name in keys(var.functions) : name if name != "maintenance"]
  mine = join(" OR ", [for function in values(var.functions) : "\"${function}\""])

  charts = concat([
    { title = "Requests by outcome", stat = "SampleCount", search = ["rechat.requests", "outcome"] },
    { title = "How long requests take (p95)", stat = "p95", ours = [for name in local.http : ["rechat.requests", name]] },
    { title = "Time to the first words", stat = "p50", also = "p95", ours = [["rechat.turns.first_token", "chat-stream"]] },
    { title = "Answers that ended, by status", stat = "Sum", search = ["rechat.turns.ended", "status"] },
    { title = "Answers in one instance", stat = "Maximum", ours = [["rechat.turns.running", "chat-stream"]] },
    { title = "Events of answers", stat = "Sum", ours = [["rechat.turns.events", "chat-stream"]] },
    { title = "Dify's errors, by code", stat = "Sum", search = ["rechat.dify.errors", "code"] },
    { title = "Waiting for the database (p95)", stat = "p95", ours = [for name in local.http : ["rechat.pool.wait", name]] },
    { title = "Records of runs, by outcome", stat = "Sum", search = ["rechat.runlog.records", "outcome"] },
    { title = "Records of runs that wait", stat = "Maximum", ours = [["rechat.runlog.waiting", "chat-stream"]] },
    { title = "Maintenance that failed, by task", stat = "Sum", search = ["rechat.maintenance.failed", "task"] },
    { title = "Cold starts", stat = "Sum", ours = [for name in keys(var.functions) : ["rechat.cold_starts", name]] },
    { title = "How long starts take (p95)", stat = "p95", ours = [for name in keys(var.functions) : ["rechat.start", name]] },
    { title = "Instances at once", stat = "Maximum", aws = [for name, function in var.functions : ["AWS/Lambda", "ConcurrentExecutions", "FunctionName", function]] },
    { title = "Crashes and time-outs", stat = "Sum", aws = [for name, function in var.functions : ["AWS/Lambda", "Errors", "FunctionName", function]] },
    { title = "Refused because full", stat = "Sum", aws = [for name, function in var.functions : ["AWS/Lambda", "Throttles", "FunctionName", function]] },
    { title = "The gateway's errors", stat = "Sum", aws = [["AWS/ApiGateway", "5XXError", "ApiName", var.api_name], ["AWS/ApiGateway", "4XXError", "ApiName", var.api_name]] },
    ], var.cluster == null ? [] : [
    { title = "Aurora's capacity (ACU)", stat = "Maximum", aws = [["AWS/RDS", "ServerlessDatabaseCapacity", "DBClusterIdentifier", var.cluster.id]] },
    { title = "Aurora's connections", stat = "Maximum", aws = [["AWS/RDS", "DatabaseConnections", "DBClusterIdentifier", var.cluster.id]] },
  ])

  widgets = [
    for i, chart in local.charts : {
      type = "metric", width = 8, height = 6, x = (i % 3) * 8, y = floor(i / 3) * 6
      properties = {
        title  = chart.title
        region = var.region
        stat   = chart.stat
        period = 300
        view   = "timeSeries"
        metrics = concat(
          [for pair in try(chart.ours, []) : ["ReChat", pair[0], "function", var.functions[pair[1]], { label = pair[1] }]],
          [for pair in try(chart.also, null) == null ? [] : chart.ours : ["ReChat", pair[0], "function", var.functions[pair[1]], { label = chart.also, stat = chart.also }]],
          [for path in try(chart.aws, []) : path],
          # The tag's values are not known here.
          [for pair in try([chart.search], []) : [{ expression = "SEARCH('{ReChat,function,${pair[1]}} MetricName=\"${pair[0]}\" function=(${local.mine})', '${chart.stat}', 300)" }]],
        )
      }
    }
  ]
}
