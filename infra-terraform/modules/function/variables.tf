variable "name" {
  description = "Of the function, its role and its log."
  type        = string
}

variable "description" {
  description = "What it does."
  type        = string
}

variable "zip" {
  description = "Path of the zip that holds bootstrap."
  type        = string
}

variable "architecture" {
  description = "x86_64 or arm64."
  type        = string
}

variable "memory" {
  description = "Megabytes."
  type        = number
}

variable "timeout" {
  description = "Seconds."
  type        = number
}

variable "concurrency" {
  description = "Instances reserved for it, and at most; -1 to reserve none."
  type        = number
}

# As a whole it is not sensitive, or no plan would show which variables change; secrets in it are marked by where they come from.
variable "environment" {
  description = "Its configuration."
  type        = map(string)
}

variable "key_arn" {
  description = "Encrypts environment and log; null for AWS's key."
  type        = string
}

variable "log_retention_days" {
  description = "How long its log is kept."
  type        = number
}

variable "failures_arn" {
  description = "Queue for events that it failed to handle; null for a function that answers HTTP."
  type        = string
}

variable "payloads" {
  description = "Bucket whose objects below a prefix it may read, write and delete; null for none."
  type        = object({ bucket_arn = string, prefix = string })
  default     = null
}

variable "network" {
  description = "Where it runs; null for Lambda's own network."
  type = object({
    subnet_ids        = list(string)
    security_group_id = string
    ipv6              = bool
  })
}
