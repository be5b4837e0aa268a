variable "network" {
  description = "Private subnets to run the functions in, for a database or a Dify that is reached there; null for none, or with Aurora for new ones."
  type = object({
    vpc_id     = string
    subnet_ids = list(string)
  })
  default = null
}

variable "network_cidr" {
  description = "Addresses of the network that is made for Aurora."
  type        = string
  default     = "10.87.0.0/16"
}

variable "egress" {
  description = "How functions in a new network reach Dify: nat-gateway (33 USD a month), ipv6 (free; for a Dify whose name has IPv6 addresses only, since functions try IPv4 first), none (Dify is reached through a peering)."
  type        = string
  default     = "nat-gateway"

  validation {
    condition     = contains(["nat-gateway", "ipv6", "none"], var.egress)
    error_message = "egress is nat-gateway, ipv6 or none."
  }
}

variable "egress_ports" {
  description = "Ports that functions in a network may connect to, beside the database's: Dify's and the mail server's."
  type        = list(number)
  default     = [443, 587]
}

variable "domain" {
  description = "A name of one's own, and either the Route 53 zone that it is in, or a certificate for it from us-east-1 and a DNS record made by hand."
  type = object({
    name            = string
    zone_id         = optional(string)
    certificate_arn = optional(string)
  })
  default = null

  validation {
    condition     = var.domain == null ? true : (var.domain.zone_id == null) != (var.domain.certificate_arn == null)
    error_message = "domain needs either zone_id or certificate_arn."
  }
}

variable "waf" {
  description = "Whether a firewall stands before everything (about 7 USD a month)."
  type        = bool
  default     = false
}

variable "waf_requests_per_5_minutes" {
  description = "Requests that one address may make in five minutes; an office may be one address."
  type        = number
  default     = 3000
}

variable "price_class" {
  description = "CloudFront's places: PriceClass_100 (America, Europe), PriceClass_200, PriceClass_All."
  type        = string
  default     = "PriceClass_100"

  validation {
    condition     = contains(["PriceClass_100", "PriceClass_200", "PriceClass_All"], var.price_class)
    error_message = "price_class is PriceClass_100, PriceClass_200 or PriceClass_All."
  }
}

variable "requests_per_second" {
  description = "Requests of everybody together that the gateway lets through; twice as many in a burst."
  type        = number
  default     = 100
}
