variable "database" {
  description = "external: any MySQL-family server that the functions reach by TLS. aurora-serverless-v2: one of our own that sleeps when nobody asks."
  type        = string
  default     = "external"

  validation {
    condition     = contains(["external", "aurora-serverless-v2"], var.database)
    error_message = "database is external or aurora-serverless-v2."
  }
}

variable "database_url" {
  description = "external: jdbc:mysql://HOST:3306/DATABASE?sslMode=VERIFY_IDENTITY"
  type        = string
  default     = null

  validation {
    condition = (
      var.database != "external"
      ? var.database_url == null
      : can(regex("^jdbc:mysql://[^?]+\\?(.*&)?sslMode=(REQUIRED|VERIFY_CA|VERIFY_IDENTITY)(&|$)", var.database_url))
    )
    error_message = "An external database needs database_url: jdbc:mysql://HOST:3306/DATABASE?sslMode=VERIFY_IDENTITY (or VERIFY_CA, REQUIRED). Aurora takes none."
  }
}

variable "database_username" {
  description = "external: its user."
  type        = string
  default     = null

  validation {
    condition     = (var.database == "external") == (var.database_username != null)
    error_message = "An external database needs database_username; Aurora takes none."
  }
}

variable "database_password" {
  description = "external: the user's password."
  type        = string
  default     = null
  sensitive   = true

  validation {
    condition     = (var.database == "external") == (var.database_password != null)
    error_message = "An external database needs database_password; Aurora takes none."
  }
}

variable "database_connections" {
  description = "How many connections the functions may open together: max_connections less what others need."
  type        = number
  default     = 150

  validation {
    condition     = local.most_connections <= var.database_connections
    error_message = "The functions may open ${local.most_connections} connections (${local.most_instances} instances, ${local.pool_size} each), database_connections allows ${var.database_connections}. Lower concurrency, or let the database take more."
  }
}

variable "aurora" {
  description = "aurora-serverless-v2: how large it may grow, how long it waits before it sleeps, and what protects it."
  type = object({
    engine_version        = optional(string, "8.0.mysql_aurora.3.08.2")
    max_capacity          = optional(number, 4)
    seconds_until_pause   = optional(number, 300)
    backup_retention_days = optional(number, 7)
    deletion_protection   = optional(bool, true)
    final_snapshot        = optional(bool, true)
    verify_identity       = optional(bool, false)
  })
  default = {}

  validation {
    condition     = !var.aurora.verify_identity || var.tls_ca != ""
    error_message = "aurora.verify_identity needs tls_ca: Amazon's authority of the region, which nothing trusts by itself."
  }

  validation {
    condition     = var.aurora.max_capacity >= 1 && var.aurora.max_capacity <= 256 && var.aurora.seconds_until_pause >= 300 && var.aurora.seconds_until_pause <= 86400
    error_message = "aurora.max_capacity is 1 to 256, aurora.seconds_until_pause 300 to 86400."
  }
}
