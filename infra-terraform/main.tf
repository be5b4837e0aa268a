# From the outside in: site → api → functions → database. Each module says at its top what it makes.

module "secrets" {
  source = "./modules/secrets"

  name              = var.name
  customer_key      = var.customer_key
  external_password = var.database_password
  aurora            = local.aurora
}

module "payloads" {
  source = "./modules/payloads"
  count  = var.run_log_bucket ? 1 : 0

  name           = var.name
  kms_key_arn    = module.secrets.key_arn
  retention_days = var.run_log_retention_days
}

module "network" {
  source = "./modules/network"
  count  = local.in_network ? 1 : 0

  name         = var.name
  region       = var.region
  s3           = var.run_log_bucket
  existing     = var.network
  cidr         = var.network_cidr
  egress       = var.egress
  egress_ports = setunion(var.egress_ports, [3306])
}

module "database" {
  source = "./modules/database-aurora"
  count  = local.aurora ? 1 : 0

  name               = var.name
  settings           = var.aurora
  password           = module.secrets.database_password
  connections        = var.database_connections
  kms_key_arn        = module.secrets.key_arn
  vpc_id             = module.network[0].vpc_id
  subnet_ids         = module.network[0].subnet_ids
  client_group_id    = module.network[0].functions_group_id
  log_retention_days = var.log_retention_days
}

module "api" {
  source = "./modules/api"

  name                = var.name
  region              = var.region
  alias_arns          = { for name in local.http_functions : name => local.alias_arns[name] }
  alias_arns_made     = module.release.alias_arns
  releases            = module.release.versions
  requests_per_second = var.requests_per_second
}

module "site" {
  source    = "./modules/site"
  providers = { aws = aws, aws.us_east_1 = aws.us_east_1 }

  name                       = var.name
  directory                  = local.site
  api_domain                 = module.api.domain
  api_path                   = module.api.path
  api_key                    = module.api.key
  domain                     = var.domain
  price_class                = var.price_class
  waf                        = var.waf
  waf_requests_per_5_minutes = var.waf_requests_per_5_minutes
  releases                   = module.release.versions
}

module "schedule" {
  source = "./modules/schedule"

  name       = var.name
  function   = module.function["maintenance"].name
  alias_arn  = module.release.alias_arns["maintenance"]
  expression = coalesce(var.maintenance_schedule, local.aurora ? "rate(6 hours)" : "rate(1 minute)")
}

module "observability" {
  source = "./modules/observability"

  name           = var.name
  region         = var.region
  functions      = { for name, function in module.function : name => function.name }
  concurrency    = local.concurrency
  api_name       = module.api.name
  failures_queue = module.schedule.failures_name
  cluster        = local.aurora ? { id = module.database[0].id, max_capacity = var.aurora.max_capacity } : null
  kms_key_arn    = module.secrets.key_arn
  email          = var.alarm_email
  monthly_budget = var.monthly_budget
}
