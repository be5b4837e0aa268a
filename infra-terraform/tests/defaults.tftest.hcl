# The smallest house, and what holds for every one: a database that is there, no network, no domain.

mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "aws" {
  alias  = "us_east_1"
  source = "./tests/mocks"
}

variables {
  packages          = "tests/stand-in.txt"
  site_directory    = "tests/site"
  database_url      = "jdbc:mysql://db.example.org:3306/rechat?sslMode=VERIFY_IDENTITY"
  database_username = "rechat"
  database_password = "not a secret"
}

run "needs_no_network" {
  assert {
    condition     = length(module.network) == 0 && length(module.database) == 0
    error_message = "A house with a database elsewhere pays for no network."
  }

  assert {
    condition     = output.url == "https://d111111abcdef8.cloudfront.net"
    error_message = "Without a domain people find it at CloudFront's."
  }

  assert {
    condition     = output.most_connections == 134
    error_message = "67 instances with 2 connections each are bounded for MySQL's default of 151."
  }

  assert {
    condition     = length(output.live_versions) == 5 && alltrue([for version in values(output.live_versions) : version == "7"])
    error_message = "All five functions are live at what was published."
  }
}

run "keeps_within_the_database_and_goes_back_with_one_function" {
  variables {
    database_connections = 60
    concurrency          = { auth = 5, chat-stream = 12, conversation = 8, admin = 3, maintenance = 2 }
    live_versions        = { chat-stream = "3" }
  }

  assert {
    condition     = output.most_connections == 60
    error_message = "Exactly as many connections as there are fit."
  }

  assert {
    condition     = output.live_versions["chat-stream"] == "3" && output.live_versions["auth"] == "7"
    error_message = "Going back with one function leaves the others."
  }
}

run "refuses_a_database_without_tls_or_room" {
  command = plan

  variables {
    database_url         = "jdbc:mysql://db.example.org:3306/rechat"
    database_connections = 60
  }

  expect_failures = [var.database_url, var.database_connections]
}

run "refuses_tls_that_may_be_left_out_and_no_password" {
  command = plan

  variables {
    database_url      = "jdbc:mysql://db.example.org:3306/rechat?sslMode=PREFERRED"
    database_password = null
  }

  expect_failures = [var.database_url, var.database_password]
}

run "refuses_an_authority_that_is_none" {
  command = plan

  variables {
    tls_ca = "authority.pem"
  }

  expect_failures = [var.tls_ca]
}

run "refuses_a_key_in_place_of_an_authority" {
  command = plan

  variables {
    tls_ca = "-----BEGIN CERTIFICATE-----\nMIID\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n"
  }

  expect_failures = [var.tls_ca]
}

run "refuses_more_authorities_than_lambda_has_room_for" {
  command = plan

  variables {
    tls_ca = join("", ["-----BEGIN CERTIFICATE-----\n", join("", [for line in range(50) : "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"]), "-----END CERTIFICATE-----\n"])
  }

  expect_failures = [var.tls_ca]
}

run "refuses_to_verify_aurora_without_an_authority" {
  command = plan

  variables {
    database          = "aurora-serverless-v2"
    database_url      = null
    database_username = null
    database_password = null
    aurora            = { verify_identity = true }
  }

  expect_failures = [var.aurora]
}

run "refuses_what_it_does_not_know" {
  command = plan

  variables {
    name               = "Re Chat"
    architecture       = "riscv"
    database           = "oracle"
    egress             = "carrier-pigeon"
    price_class        = "cheap"
    log_retention_days = 0
    memory             = { gateway = 512 }
    concurrency        = { gateway = 1 }
    live_versions      = { gateway = "1" }
    monthly_budget     = 10
    domain             = { name = "chat.example.org" }
    mail               = { host = "smtp.example.org", from = "chat@example.org", username = "chat" }
    aurora             = { seconds_until_pause = 10 }
  }

  expect_failures = [
    var.name, var.architecture, var.database, var.egress, var.price_class, var.log_retention_days, var.memory,
    var.concurrency, var.live_versions, var.monthly_budget, var.domain, var.mail_password, var.aurora,
  ]
}
