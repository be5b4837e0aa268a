# The web app: files whose names change with their content first, then the pages that name them, and these only when the
# functions that they talk to are live.

locals {
  files = toset([for file in fileset(var.directory, "**") : file if !startswith(file, ".")])
  pages = toset([for file in local.files : file if endswith(file, ".html")])

  types = {
    html        = "text/html; charset=utf-8"
    js          = "text/javascript; charset=utf-8"
    mjs         = "text/javascript; charset=utf-8"
    css         = "text/css; charset=utf-8"
    json        = "application/json"
    map         = "application/json"
    svg         = "image/svg+xml"
    ico         = "image/x-icon"
    png         = "image/png"
    webp        = "image/webp"
    webmanifest = "application/manifest+json"
    woff2       = "font/woff2"
    woff        = "font/woff"
    ttf         = "font/ttf"
    txt         = "text/plain; charset=utf-8"
    wasm        = "application/wasm"
  }
}

resource "aws_s3_object" "asset" {
  for_each = setsubtract(local.files, local.pages)

  bucket        = aws_s3_bucket.this.id
  key           = each.value
  source        = "${var.directory}/${each.value}"
  source_hash   = filemd5("${var.directory}/${each.value}")
  content_type  = local.types[lower(reverse(split(".", each.value))[0])]
  cache_control = startswith(each.value, "assets/") ? "public, max-age=31536000, immutable" : "no-cache"

  # A new page is there before the files of the old one go.
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_s3_object" "page" {
  for_each = local.pages

  bucket        = aws_s3_bucket.this.id
  key           = each.value
  source        = "${var.directory}/${each.value}"
  source_hash   = filemd5("${var.directory}/${each.value}")
  content_type  = local.types.html
  cache_control = "no-cache"
  metadata      = { releases = join(",", [for name, version in var.releases : "${name}:${version}"]) }

  depends_on = [aws_s3_object.asset]
}
