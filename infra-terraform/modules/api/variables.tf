variable "name" {
  description = "Of the API; begins the functions' names."
  type        = string
}

variable "region" {
  description = "Where it is."
  type        = string
}

variable "alias_arns" {
  description = "By function, the alias that answers; known before it is there."
  type        = map(string)
}

variable "alias_arns_made" {
  description = "The same, once they are there."
  type        = map(string)
}

variable "releases" {
  description = "By function, the version that is live."
  type        = map(string)
}

variable "requests_per_second" {
  description = "That are let through; twice as many in a burst."
  type        = number
}
