# A private bucket for what is too large for a record of a run. Without versions: what is deleted with its conversation is gone.
# Without force_destroy: Terraform removes no payloads of records that are still in the database.

variable "name" {
  description = "Begins all names."
  type        = string
}

variable "kms_key_arn" {
  description = "Encrypts payloads; null for AWS's key."
  type        = string
}

variable "retention_days" {
  description = "How long records are kept; 0 for ever."
  type        = number
}

data "aws_caller_identity" "current" {}

# Its name must be nobody else's in the world.
resource "aws_s3_bucket" "this" {
  bucket = "${var.name}-payloads-${data.aws_caller_identity.current.account_id}"
}

resource "aws_s3_bucket_public_access_block" "this" {
  bucket                  = aws_s3_bucket.this.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    bucket_key_enabled = var.kms_key_arn != null

    apply_server_side_encryption_by_default {
      sse_algorithm     = var.kms_key_arn == null ? "AES256" : "aws:kms"
      kms_master_key_id = var.kms_key_arn
    }
  }
}

# Maintenance deletes payloads with their records; a month later goes what a killed process has left.
resource "aws_s3_bucket_lifecycle_configuration" "this" {
  count = var.retention_days > 0 ? 1 : 0

  bucket = aws_s3_bucket.this.id

  rule {
    id     = "left-behind"
    status = "Enabled"

    filter {}

    expiration {
      days = var.retention_days + 30
    }
  }
}

data "aws_iam_policy_document" "bucket" {
  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.this.arn, "${aws_s3_bucket.this.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "this" {
  bucket     = aws_s3_bucket.this.id
  policy     = data.aws_iam_policy_document.bucket.json
  depends_on = [aws_s3_bucket_public_access_block.this]
}

# RUNLOG_PAYLOADS. Known when there is a bucket that is as it should be.
output "place" {
  value      = "s3://${aws_s3_bucket.this.bucket}/run-logs"
  depends_on = [aws_s3_bucket_server_side_encryption_configuration.this, aws_s3_bucket_policy.this]
}

output "bucket" {
  value = aws_s3_bucket.this.bucket
}

output "access" {
  description = "What a function needs to know of it for its rights."
  value       = { bucket_arn = aws_s3_bucket.this.arn, prefix = "run-logs" }
}
