variable "name" {
  description = "Begins all names."
  type        = string
}

variable "settings" {
  description = "As variable aurora of the root says."
  type = object({
    engine_version        = string
    max_capacity          = number
    seconds_until_pause   = number
    backup_retention_days = number
    deletion_protection   = bool
    final_snapshot        = bool
    verify_identity       = bool
  })
}

variable "password" {
  description = "Of the user rechat."
  type        = string
  sensitive   = true
}

variable "connections" {
  description = "How many the functions may open."
  type        = number
}

variable "kms_key_arn" {
  description = "Encrypts data and log; null for AWS's key."
  type        = string
}

variable "vpc_id" {
  description = "The network."
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets in two zones at least."
  type        = list(string)
}

variable "client_group_id" {
  description = "Security group of who may connect."
  type        = string
}

variable "log_retention_days" {
  description = "How long the error log is kept."
  type        = number
}
