# The policy of pages is the one of ./rechat run; a test compares them.
locals {
  page_policy = jsondecode(file("${path.module}/page-policy.json"))
  hsts        = 31536000
}

resource "aws_cloudfront_response_headers_policy" "page" {
  for_each = { app = local.page_policy.app, diagram = local.page_policy.diagram }

  name    = "${var.name}-${each.key}"
  comment = "What browsers are to allow this page"

  security_headers_config {
    content_security_policy {
      content_security_policy = each.value
      override                = true
    }

    content_type_options {
      override = true
    }

    referrer_policy {
      referrer_policy = "no-referrer"
      override        = true
    }

    strict_transport_security {
      access_control_max_age_sec = local.hsts
      override                   = true
    }
  }

  custom_headers_config {
    items {
      header   = "Permissions-Policy"
      value    = local.page_policy.permissions
      override = true
    }
  }
}

# The functions say the rest themselves.
resource "aws_cloudfront_response_headers_policy" "api" {
  name    = "${var.name}-api"
  comment = "HTTPS only"

  security_headers_config {
    strict_transport_security {
      access_control_max_age_sec = local.hsts
      override                   = true
    }
  }
}
