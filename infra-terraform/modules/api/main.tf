# The REST API: only these stream. Its document is made of the route table, which is made of the functions' own documents.

locals {
  table = jsondecode(file("${path.module}/../../openapi/routes.json"))
  stage = "live"
}

resource "aws_api_gateway_rest_api" "this" {
  name              = var.name
  description       = "ReChat"
  body              = jsonencode(local.document)
  put_rest_api_mode = "overwrite"

  # An edge-optimised one ends streams after 30 silent seconds.
  endpoint_configuration {
    types = ["REGIONAL"]
  }

  lifecycle {
    create_before_destroy = true
  }
}

# Made anew for each release, so that new routes open after the functions that answer them are live.
resource "aws_api_gateway_deployment" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  triggers    = merge(var.releases, { document = sha256(jsonencode(local.document)) })

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_api_gateway_stage" "this" {
  rest_api_id   = aws_api_gateway_rest_api.this.id
  deployment_id = aws_api_gateway_deployment.this.id
  stage_name    = local.stage
  description   = "What people use"
}

resource "aws_api_gateway_method_settings" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  stage_name  = aws_api_gateway_stage.this.stage_name
  method_path = "*/*"

  settings {
    throttling_rate_limit  = var.requests_per_second
    throttling_burst_limit = var.requests_per_second * 2
    # Bodies are people's conversations.
    data_trace_enabled = false
    # A metric per route would cost 30 USD a month.
    metrics_enabled = false
  }
}

resource "aws_lambda_permission" "this" {
  for_each = var.alias_arns

  statement_id  = "gateway"
  action        = "lambda:InvokeFunction"
  function_name = "${var.name}-${each.key}"
  # By the alias that a release made: before that there is nothing to permit.
  qualifier  = reverse(split(":", var.alias_arns_made[each.key]))[0]
  principal  = "apigateway.amazonaws.com"
  source_arn = "${aws_api_gateway_rest_api.this.execution_arn}/${local.stage}/*/*"
}
