locals {
  modes = {
    stream   = { responseTransferMode = "STREAM", timeoutInMillis = 900000 }
    buffered = { responseTransferMode = "BUFFERED", timeoutInMillis = 29000 }
  }

  uris = {
    for name, mode in local.table.functions : name => join("", [
      "arn:aws:apigateway:${var.region}:lambda:path/",
      mode == "stream" ? "2021-11-15" : "2015-03-31",
      "/functions/${var.alias_arns[name]}/",
      mode == "stream" ? "response-streaming-invocations" : "invocations",
    ])
  }

  # What comes from the gateway itself looks like what comes from the functions (docs/api.md).
  problems = {
    MISSING_AUTHENTICATION_TOKEN = { status = 404, code = "not_found", detail = "There is nothing here." }
    RESOURCE_NOT_FOUND           = { status = 404, code = "not_found", detail = "There is nothing here." }
    # An unknown path with a bearer token is taken for one with AWS's signature.
    INVALID_SIGNATURE      = { status = 404, code = "not_found", detail = "There is nothing here." }
    INVALID_API_KEY        = { status = 403, code = "forbidden", detail = "The API is reached through its site." }
    REQUEST_TOO_LARGE      = { status = 413, code = "payload_too_large", detail = "That is too large." }
    UNSUPPORTED_MEDIA_TYPE = { status = 415, code = "unsupported_media_type", detail = "That is no media type of ours." }
    THROTTLED              = { status = 429, code = "rate_limited", detail = "Too many requests at once; try again." }
    QUOTA_EXCEEDED         = { status = 429, code = "rate_limited", detail = "Too many requests at once; try again." }
    INTEGRATION_TIMEOUT    = { status = 504, code = "internal_error", detail = "The answer took too long." }
    DEFAULT_5XX            = { status = 500, code = "internal_error", detail = "Something went wrong; try again." }
    DEFAULT_4XX            = { status = 400, code = "bad_request", detail = "The request cannot be understood." }
  }

  document = {
    openapi = "3.0.1"
    info    = { title = var.name, version = "1" }
    paths = {
      for path, methods in local.table.routes : path => {
        for method, function in methods : method => {
          parameters = [for part in split("/", path) : {
            name = trim(part, "{}"), in = "path", required = true, schema = { type = "string" }
          } if startswith(part, "{")]
          security  = [{ site = [] }]
          responses = { default = { description = "What the function says" } }
          x-amazon-apigateway-integration = merge(local.modes[local.table.functions[function]], {
            type       = "aws_proxy"
            httpMethod = "POST"
            uri        = local.uris[function]
          })
        }
      }
    }
    components = {
      securitySchemes = { site = { type = "apiKey", name = "x-api-key", in = "header" } }
    }
    x-amazon-apigateway-api-key-source     = "HEADER"
    x-amazon-apigateway-binary-media-types = ["multipart/form-data"]
    x-amazon-apigateway-gateway-responses = {
      for kind, problem in local.problems : kind => {
        statusCode = problem.status
        responseParameters = merge({
          "gatewayresponse.header.Cache-Control"          = "'no-store'"
          "gatewayresponse.header.X-Content-Type-Options" = "'nosniff'"
          "gatewayresponse.header.X-Request-Id"           = "context.requestId"
        }, problem.status == 429 ? { "gatewayresponse.header.Retry-After" = "'2'" } : {})
        responseTemplates = {
          "application/json" = jsonencode({
            type       = "about:blank"
            title      = problem.detail
            status     = problem.status
            code       = problem.code
            detail     = problem.detail
            request_id = "$context.requestId"
          })
        }
      }
    }
  }
}
