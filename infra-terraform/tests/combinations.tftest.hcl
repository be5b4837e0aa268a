# Every kind of database, with and without a network, key, domain, firewall, mail, budget, on both architectures: each value
# of each variable at least once, and those together that have to do with each other.

mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "aws" {
  alias  = "us_east_1"
  source = "./tests/mocks"
}

variables {
  packages       = "tests/stand-in.txt"
  site_directory = "tests/site"
}

run "aurora_makes_a_network_with_a_way_to_dify" {
  variables {
    database = "aurora-serverless-v2"
  }

  assert {
    condition     = length(module.network) == 1 && length(module.network[0].subnet_ids) == 2
    error_message = "Aurora needs subnets in two zones."
  }

  assert {
    condition     = module.database[0].url == "jdbc:mysql://mock.cluster-mock.us-east-1.rds.amazonaws.com:3306/rechat?sslMode=REQUIRED"
    error_message = "Functions reach Aurora by TLS."
  }
}

run "aurora_by_ipv6_on_arm_with_aws_keys" {
  variables {
    database     = "aurora-serverless-v2"
    egress       = "ipv6"
    architecture = "arm64"
    customer_key = false
    aurora       = { max_capacity = 8, deletion_protection = false, final_snapshot = false }
  }

  assert {
    condition     = module.secrets.key_arn == null
    error_message = "AWS's keys were asked for."
  }
}

run "aurora_that_is_verified_by_amazons_authority" {
  variables {
    database = "aurora-serverless-v2"
    aurora   = { verify_identity = true }
    tls_ca   = "-----BEGIN CERTIFICATE-----\nMIID\n-----END CERTIFICATE-----\n"
  }

  assert {
    condition     = endswith(module.database[0].url, "?sslMode=VERIFY_IDENTITY")
    error_message = "The driver verifies Aurora."
  }

  assert {
    condition     = alltrue([for variables in values(local.environments) : startswith(variables.RECHAT_TLS_CA, "-----BEGIN")])
    error_message = "Every function is told of the authority."
  }
}

run "aurora_with_a_bucket_of_payloads" {
  variables {
    database               = "aurora-serverless-v2"
    egress                 = "ipv6"
    run_log_bucket         = true
    run_log_retention_days = 90
  }

  assert {
    condition = alltrue([
      for name, variables in local.environments :
      lookup(variables, "RUNLOG_PAYLOADS", "") == (contains(["chat-stream", "admin", "maintenance"], name) ? "s3://rechat-payloads-123456789012/run-logs" : "")
    ])
    error_message = "Those are told of the bucket that record, show or remove runs, and nobody else."
  }

  assert {
    condition     = local.environments["maintenance"].RUNLOG_RETENTION_DAYS == "90" && output.payloads_bucket == "rechat-payloads-123456789012"
    error_message = "Records go after 90 days."
  }
}

run "external_with_a_bucket_of_payloads_for_ever" {
  variables {
    database_url      = "jdbc:mysql://db.example.org:3306/rechat?sslMode=REQUIRED"
    database_username = "rechat"
    database_password = "not a secret"
    customer_key      = false
    run_log_bucket    = true
  }

  assert {
    condition     = !contains(keys(local.environments["maintenance"]), "RUNLOG_RETENTION_DAYS") && length(module.network) == 0
    error_message = "Without days nothing goes."
  }
}

run "aurora_without_a_way_out" {
  variables {
    database             = "aurora-serverless-v2"
    egress               = "none"
    maintenance_schedule = "rate(1 hour)"
    waf                  = true
    domain               = { name = "chat.example.org", zone_id = "Z123" }
  }

  assert {
    condition     = output.url == "https://chat.example.org"
    error_message = "People find it at the domain."
  }
}

run "aurora_in_a_network_that_is_there" {
  variables {
    database = "aurora-serverless-v2"
    network  = { vpc_id = "vpc-theirs", subnet_ids = ["subnet-1", "subnet-2"] }
  }

  assert {
    condition     = module.network[0].vpc_id == "vpc-theirs" && join(",", module.network[0].subnet_ids) == "subnet-1,subnet-2"
    error_message = "The functions run where they were told."
  }
}

run "external_in_a_network_that_is_there" {
  variables {
    database_url      = "jdbc:mysql://10.1.2.3:3306/rechat?useSSL=true&sslMode=VERIFY_CA"
    database_username = "rechat"
    database_password = "not a secret"
    network           = { vpc_id = "vpc-theirs", subnet_ids = ["subnet-1", "subnet-2"] }
    dify_networks     = "10.1.0.0/16"
    architecture      = "arm64"
    waf               = true
  }

  assert {
    condition     = length(module.database) == 0 && module.network[0].vpc_id == "vpc-theirs"
    error_message = "No database is made beside one that is there."
  }
}

run "external_with_everything_else" {
  variables {
    name                 = "house-2"
    region               = "eu-central-1"
    database_url         = "jdbc:mysql://db.example.org:3306/rechat?sslMode=REQUIRED"
    database_username    = "rechat"
    database_password    = "not a secret"
    customer_key         = false
    reserve_concurrency  = false
    domain               = { name = "chat.example.org", certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/0000" }
    price_class          = "PriceClass_All"
    mail                 = { host = "smtp.example.org", from = "chat@example.org", username = "chat", port = 465, security = "tls" }
    mail_password        = "not a secret"
    alarm_email          = "ops@example.org"
    monthly_budget       = 20
    log_retention_days   = 365
    memory               = { chat-stream = 1024 }
    maintenance_schedule = "rate(5 minutes)"
    environment          = { RECHAT_LOG_LEVEL = "WARN" }
    tls_ca               = "-----BEGIN CERTIFICATE-----\nMIID\n-----END CERTIFICATE-----\n"
    tags                 = { team = "chat" }
  }

  assert {
    condition     = output.functions["chat-stream"] == "house-2-chat-stream" && output.url == "https://chat.example.org"
    error_message = "Names begin with the house's, people find it at the domain."
  }
}
