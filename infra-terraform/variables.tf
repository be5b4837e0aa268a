variable "name" {
  description = "Begins the name of everything that is made; two houses in one account need two."
  type        = string
  default     = "rechat"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,20}$", var.name))
    error_message = "name has 2 to 21 lower-case letters, digits and hyphens, and begins with a letter."
  }
}

variable "region" {
  description = "Where everything is but CloudFront."
  type        = string
  default     = "us-east-1"
}

variable "tags" {
  description = "Tags of everything, beside those of ours."
  type        = map(string)
  default     = {}
}

# --- what is deployed ---

variable "packages" {
  description = "Where the zips are, NAME standing for the function's name; null for those of ./rechat native."
  type        = string
  default     = null
}

variable "site_directory" {
  description = "The built web app; null for frontend/dist."
  type        = string
  default     = null
}

variable "live_versions" {
  description = "Functions that are to stay at, or go back to, a published version, by name: { auth = \"12\" }. Others follow their zip."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for name in keys(var.live_versions) : contains(local.function_names, name)])
    error_message = "live_versions names functions: auth, chat-stream, conversation, admin, maintenance."
  }
}

variable "architecture" {
  description = "What the zips were built for."
  type        = string
  default     = "x86_64"

  validation {
    condition     = contains(["x86_64", "arm64"], var.architecture)
    error_message = "architecture is x86_64 or arm64."
  }
}

# --- how large ---

variable "memory" {
  description = "Megabytes of a function; processor time grows with them, 1769 are one core."
  type        = map(number)
  default     = {}

  validation {
    condition     = alltrue([for name, size in var.memory : contains(local.function_names, name) && size >= 128 && size <= 10240])
    error_message = "memory is 128 to 10240 for functions that there are."
  }
}

variable "concurrency" {
  description = "Instances that a function may have; each running answer needs one of chat-stream."
  type        = map(number)
  default     = {}

  validation {
    condition     = alltrue([for name, most in var.concurrency : contains(local.function_names, name) && most >= 1])
    error_message = "concurrency is at least 1 for functions that there are."
  }
}

variable "reserve_concurrency" {
  description = "Whether Lambda is told these bounds. An account that may run 10 instances in all, as new ones do, cannot reserve any: false there, and the account's limit alone bounds connections."
  type        = bool
  default     = true
}

# --- outside ---

variable "dify_networks" {
  description = "RECHAT_DIFY_NETWORKS: where a Dify of one's own may be; empty for public ones only."
  type        = string
  default     = ""
}

variable "tls_ca" {
  description = "RECHAT_TLS_CA: PEM of authorities that functions trust beside the public ones, such as that of an RDS or a Dify of one's own: file(\"authority.pem\"). Empty for none."
  type        = string
  default     = ""

  validation {
    condition     = var.tls_ca == "" || can(regex("^\\s*-----BEGIN CERTIFICATE-----", var.tls_ca))
    error_message = "tls_ca is PEM text and begins with -----BEGIN CERTIFICATE-----; a file is read with file(\"authority.pem\")."
  }

  validation {
    condition     = !strcontains(var.tls_ca, "PRIVATE KEY")
    error_message = "tls_ca holds a private key; only certificates belong there."
  }

  # Lambda's 4096 bytes hold all of a function's variables; the others take about 1200, with a mail server and a bucket.
  validation {
    condition     = length(var.tls_ca) <= 2800
    error_message = "tls_ca has ${length(var.tls_ca)} characters of 2800: Lambda gives a function 4 KB for all its variables, which is room for one authority, or two small ones. Leave out all that nothing here needs: of AWS's bundle for a region, one certificate."
  }
}

variable "mail" {
  description = "The mail server, as docs/configuration.md says; null for none."
  type = object({
    host     = string
    from     = string
    username = string
    port     = optional(number)
    security = optional(string, "starttls")
  })
  default = null
}

variable "mail_password" {
  description = "Its password."
  type        = string
  default     = ""
  sensitive   = true

  validation {
    condition     = var.mail == null || var.mail_password != ""
    error_message = "mail needs mail_password."
  }
}

variable "run_log_bucket" {
  description = "Whether inputs and outputs of runs that are too large for a record are kept in a bucket (RUNLOG_PAYLOADS), and not in the database."
  type        = bool
  default     = false
}

variable "run_log_retention_days" {
  description = "RUNLOG_RETENTION_DAYS: how long records of runs are kept; 0 for ever."
  type        = number
  default     = 0

  validation {
    condition     = var.run_log_retention_days >= 0 && var.run_log_retention_days <= 36500 && floor(var.run_log_retention_days) == var.run_log_retention_days
    error_message = "run_log_retention_days is a whole number of days, 0 for ever."
  }
}

variable "environment" {
  description = "Further variables of docs/configuration.md, for every function: { RECHAT_LOG_LEVEL = \"WARN\" }. No secrets."
  type        = map(string)
  default     = {}
}

# --- watching and paying ---

variable "customer_key" {
  description = "Whether secrets, logs, alarms and an Aurora are encrypted with a key of one's own (1 USD a month) or with AWS's."
  type        = bool
  default     = true
}

variable "log_retention_days" {
  description = "How long logs are kept."
  type        = number
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days must be a number of days that CloudWatch knows, such as 30 or 365; logs are not kept for ever."
  }
}

variable "maintenance_schedule" {
  description = "How often maintenance runs; null for each minute, and each six hours with Aurora, which every run wakes."
  type        = string
  default     = null
}

variable "alarm_email" {
  description = "Who hears of alarms; null for nobody."
  type        = string
  default     = null
}

variable "monthly_budget" {
  description = "USD of a month at which alarm_email hears of it; null for no budget. Counts what has the tag house, once that is made a cost allocation tag."
  type        = number
  default     = null

  validation {
    condition     = var.monthly_budget == null || var.alarm_email != null
    error_message = "monthly_budget needs alarm_email."
  }
}
