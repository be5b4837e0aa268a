"""moto's server, and what it lacks: CloudFront's response headers policies and functions, and bucket policies with
conditions, which it obeys as if there were none.

Those are kept as they were sent and given back so; nothing is checked. Lambda runs no code: an invocation answers what the
test has put in line for it.
"""

import base64
import re
import sys
from datetime import datetime, timezone

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import run_simple
from werkzeug.wrappers import Request, Response

API = "/2020-05-31"
NOW = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def part(name, xml):
    found = re.search(rf"<{name}[ >].*</{name}>|<{name}/>", xml, re.DOTALL)
    return re.sub(r' xmlns="[^"]*"', "", found.group(0)) if found else f"<{name}/>"


def answer(xml="", status=200, tag="E1"):
    return Response(xml, status, {"ETag": tag, "Content-Type": "application/xml"})


def missing(code):
    return answer(f"<ErrorResponse><Error><Code>{code}</Code><Message>none</Message></Error></ErrorResponse>", 404)


class HeadersPolicies:
    """https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicy.html"""

    path = re.compile(rf"^{API}/response-headers-policy(?:/([^/]+))?$")

    def __init__(self):
        self.kept = {}

    def handle(self, request, name):
        if request.method == "POST":
            name = f"policy-{len(self.kept) + 1}"
        elif name not in self.kept:
            return missing("NoSuchResponseHeadersPolicy")
        if request.method == "DELETE":
            del self.kept[name]
            return answer(status=204)
        if request.method in ("POST", "PUT"):
            self.kept[name] = part("ResponseHeadersPolicyConfig", request.get_data(as_text=True))
        return answer(
            f"<ResponseHeadersPolicy><Id>{name}</Id><LastModifiedTime>{NOW}</LastModifiedTime>{self.kept[name]}</ResponseHeadersPolicy>",
            201 if request.method == "POST" else 200,
        )


class Functions:
    """https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_FunctionSummary.html"""

    path = re.compile(rf"^{API}/function(?:/([^/]+))?(/publish|/describe)?$")

    def __init__(self):
        self.kept = {}

    def handle(self, request, name):
        body = request.get_data(as_text=True)
        if name is None:
            name = re.search(r"<Name>(.*?)</Name>", body).group(1)
        elif name not in self.kept:
            return missing("NoSuchFunctionExists")
        if request.method == "DELETE":
            del self.kept[name]
            return answer(status=204)
        if "FunctionCode" in body:
            self.kept[name] = (part("FunctionConfig", body), re.search(r"<FunctionCode>(.*?)</FunctionCode>", body).group(1))
        config, code = self.kept[name]
        if request.method == "GET" and not request.path.endswith("/describe"):
            return Response(base64.b64decode(code), 200, {"ETag": "E1", "Content-Type": "application/octet-stream"})
        stage = request.args.get("Stage", "DEVELOPMENT")
        return answer(
            f"<FunctionSummary><Name>{name}</Name><Status>UNPUBLISHED</Status>{config}<FunctionMetadata>"
            f"<FunctionARN>arn:aws:cloudfront::123456789012:function/{name}</FunctionARN><Stage>{stage}</Stage>"
            f"<CreatedTime>{NOW}</CreatedTime><LastModifiedTime>{NOW}</LastModifiedTime></FunctionMetadata></FunctionSummary>",
            201 if request.path == f"{API}/function" else 200,
        )


class BucketPolicies:
    """https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html"""

    def __init__(self):
        self.kept = {}

    def handle(self, request):
        if request.method == "PUT":
            self.kept[request.path] = request.get_data()
            return Response(status=204)
        if request.method == "DELETE":
            self.kept.pop(request.path, None)
            return Response(status=204)
        if request.path in self.kept:
            return Response(self.kept[request.path], 200, {"Content-Type": "application/json"})
        return Response("<Error><Code>NoSuchBucketPolicy</Code><Message>none</Message></Error>", 404)


class Server:
    def __init__(self):
        self.moto = DomainDispatcherApplication(create_backend_app)
        self.ours = [HeadersPolicies(), Functions()]
        self.policies = BucketPolicies()

    def __call__(self, environ, start_response):
        for resource in self.ours:
            found = resource.path.match(environ["PATH_INFO"])
            if found:
                return resource.handle(Request(environ), found.group(1))(environ, start_response)
        if environ["QUERY_STRING"].split("=")[0] == "policy":
            return self.policies.handle(Request(environ))(environ, start_response)
        return self.moto(environ, start_response)


if __name__ == "__main__":
    run_simple("127.0.0.1", int(sys.argv[1]), Server(), threaded=True)
