data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

locals {
  tags = merge({ product = "rechat", house = var.name, made-by = "infra-terraform" }, var.tags)

  # What the functions are and how large they are unless variables say otherwise. chat-stream keeps an instance busy while
  # an answer runs, up to Lambda's 15 minutes; exports of conversation and admin stream for a while, too; behind the gateway's
  # 29 seconds nobody waits for auth's buffered answers.
  functions = {
    auth         = { does = "accounts and sessions", memory = 1024, timeout = 30, concurrency = 10 }
    chat-stream  = { does = "answers, streamed and stored", memory = 512, timeout = 900, concurrency = 30 }
    conversation = { does = "history, export and import", memory = 512, timeout = 300, concurrency = 20 }
    admin        = { does = "administration", memory = 512, timeout = 300, concurrency = 5 }
    maintenance  = { does = "migrations and housekeeping", memory = 512, timeout = 900, concurrency = 2 }
  }
  function_names = keys(local.functions)
  http_functions = setsubtract(local.function_names, ["maintenance"])

  packages = coalesce(var.packages, "${path.root}/../functions/NAME/target/NAME.zip")
  site     = coalesce(var.site_directory, "${path.root}/../frontend/dist")

  # Names are known before the things are, so the gateway can be made before the functions that need its address.
  alias = "live"
  alias_arns = {
    for name in local.function_names : name =>
    "arn:${data.aws_partition.current.partition}:lambda:${var.region}:${data.aws_caller_identity.current.account_id}:function:${var.name}-${name}:${local.alias}"
  }

  # An instance holds so many connections (application-lambda.properties).
  pool_size        = 2
  concurrency      = { for name, function in local.functions : name => lookup(var.concurrency, name, function.concurrency) }
  most_instances   = sum(values(local.concurrency))
  most_connections = local.most_instances * local.pool_size

  aurora      = var.database == "aurora-serverless-v2"
  new_network = local.aurora && var.network == null
  in_network  = local.aurora || var.network != null
  public_url  = "https://${module.site.domain}"
}
