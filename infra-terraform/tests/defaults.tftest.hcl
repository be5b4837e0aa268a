# The smallest house: a database that is there, no network, no domain.

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

run "costs_nothing_beside_the_key" {
  command = apply

  assert {
    condition     = length(module.network) == 0 && length(module.database) == 0
    error_message = "A house with a database of its own needs no network."
  }
}
