variable "name" {
  description = "Begins all names."
  type        = string
}

variable "directory" {
  description = "The built web app."
  type        = string

  validation {
    condition     = fileexists("${var.directory}/index.html")
    error_message = "There is no web app in ${var.directory}: npm --prefix frontend run build"
  }
}

variable "api_domain" {
  description = "Host of the API."
  type        = string
}

variable "api_path" {
  description = "What stands before every path there."
  type        = string
}

variable "api_key" {
  description = "Lets CloudFront in."
  type        = string
  sensitive   = true
}

variable "domain" {
  description = "As the root says."
  type = object({
    name            = string
    zone_id         = optional(string)
    certificate_arn = optional(string)
  })
}

variable "price_class" {
  description = "CloudFront's places."
  type        = string
}

variable "waf" {
  description = "Whether a firewall stands before it."
  type        = bool
}

variable "waf_requests_per_5_minutes" {
  description = "Of one address."
  type        = number
}

variable "releases" {
  description = "By function, the version that is live; pages follow it."
  type        = map(string)
}
