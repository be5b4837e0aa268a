variable "name" {
  description = "Begins all names."
  type        = string
}

variable "region" {
  description = "Of the metrics."
  type        = string
}

variable "functions" {
  description = "Names of the Lambda functions, by ours."
  type        = map(string)
}

variable "concurrency" {
  description = "Instances that each may have."
  type        = map(number)
}

variable "api_name" {
  description = "The REST API."
  type        = string
}

variable "failures_queue" {
  description = "Name of the queue of failed events."
  type        = string
}

variable "cluster" {
  description = "Aurora, where there is one."
  type        = object({ id = string, max_capacity = number })
}

variable "kms_key_arn" {
  description = "Encrypts the topic; null for none."
  type        = string
}

variable "email" {
  description = "Who hears of alarms."
  type        = string
}

variable "monthly_budget" {
  description = "USD; null for none."
  type        = number
}
