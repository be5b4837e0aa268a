locals {
  database_environment = merge({
    DATASOURCES_DEFAULT_URL      = local.aurora ? module.database[0].url : var.database_url
    DATASOURCES_DEFAULT_USERNAME = local.aurora ? module.database[0].username : var.database_username
    DATASOURCES_DEFAULT_PASSWORD = module.secrets.database_password
    RECHAT_SECRETS_KEYS          = module.secrets.secrets_keys
    },
    # A database that sleeps takes some 15 seconds to wake; whoever wakes it waits instead of being told that it is down.
    local.aurora ? { RECHAT_DATABASE_PATIENCE = "20s" } : {},
    var.dify_networks == "" ? {} : { RECHAT_DIFY_NETWORKS = var.dify_networks },
    var.tls_ca == "" ? {} : { RECHAT_TLS_CA = trimspace(var.tls_ca) },
  )

  web_environment = merge(local.database_environment, {
    RECHAT_JWT_KEYS = module.secrets.jwt_keys
    # CloudFront and the gateway each add an entry to X-Forwarded-For.
    RECHAT_HTTP_TRUSTED_PROXIES = "2"
    RECHAT_PUBLIC_URL           = local.public_url
    # The gateway has another Host than the site.
    RECHAT_WEB_ORIGINS = local.public_url
  })

  mail_environment = var.mail == null ? {} : merge(var.mail.port == null ? {} : { RECHAT_MAIL_PORT = tostring(var.mail.port) }, {
    RECHAT_MAIL_HOST     = var.mail.host
    RECHAT_MAIL_SECURITY = var.mail.security
    RECHAT_MAIL_USERNAME = var.mail.username
    RECHAT_MAIL_PASSWORD = var.mail_password
    RECHAT_MAIL_FROM     = var.mail.from
  })

  run_log_environment = merge(
    var.run_log_bucket ? { RUNLOG_PAYLOADS = module.payloads[0].place } : {},
    var.run_log_retention_days == 0 ? {} : { RUNLOG_RETENTION_DAYS = tostring(var.run_log_retention_days) },
  )
  run_log_functions = ["chat-stream", "admin", "maintenance"]

  # No function is told a secret that it does not use.
  environments = {
    auth         = merge(local.web_environment, local.mail_environment)
    chat-stream  = merge(local.web_environment, local.run_log_environment)
    conversation = local.web_environment
    admin        = merge(local.web_environment, local.mail_environment, local.run_log_environment)
    maintenance  = merge(local.database_environment, local.run_log_environment)
  }
}

module "function" {
  source   = "./modules/function"
  for_each = local.functions

  name               = "${var.name}-${each.key}"
  description        = "ReChat: ${each.value.does}"
  zip                = replace(local.packages, "NAME", each.key)
  architecture       = var.architecture
  memory             = lookup(var.memory, each.key, each.value.memory)
  timeout            = each.value.timeout
  concurrency        = var.reserve_concurrency ? local.concurrency[each.key] : -1
  environment        = merge(var.environment, local.environments[each.key])
  key_arn            = module.secrets.key_arn
  log_retention_days = var.log_retention_days
  failures_arn       = each.key == "maintenance" ? module.schedule.failures_arn : null
  payloads           = var.run_log_bucket && contains(local.run_log_functions, each.key) ? module.payloads[0].access : null
  network = local.in_network ? {
    subnet_ids        = module.network[0].subnet_ids
    security_group_id = module.network[0].functions_group_id
    ipv6              = local.new_network && var.egress == "ipv6"
  } : null
}

# Migrates the schema with what was just published, and only then moves traffic.
module "release" {
  source = "./modules/release"

  alias         = local.alias
  published     = { for name, function in module.function : name => { name = function.name, version = function.version } }
  live_versions = var.live_versions
}
