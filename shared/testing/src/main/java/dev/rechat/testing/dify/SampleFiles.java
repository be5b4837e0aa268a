package dev.rechat.testing.dify;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Files that answers bring. Their ids never change, so an answer of yesterday still finds them after a restart. */
final class SampleFiles {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int BARS = 8;
    private static final int PNG_RGB = 2;

    private static final List<UploadedFile> ALL =
            List.of(file("chart.png", "image/png", chart()), file("report.pdf", "application/pdf", report()));

    private SampleFiles() {}

    static List<UploadedFile> all() {
        return ALL;
    }

    static Optional<UploadedFile> find(String id) {
        return ALL.stream().filter(file -> file.id().equals(id)).findFirst();
    }

    private static UploadedFile file(String name, String type, byte[] content) {
        String id = UUID.nameUUIDFromBytes(("sample " + name).getBytes(StandardCharsets.UTF_8))
                .toString();
        return new UploadedFile(
                id, "", "", name, type, ByteBuffer.wrap(content).asReadOnlyBuffer(), Instant.EPOCH, true);
    }

    /** Bars on white. */
    private static byte[] chart() {
        try {
            ByteArrayOutputStream pixels = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflated = new DeflaterOutputStream(pixels)) {
                for (int y = 0; y < HEIGHT; y++) {
                    deflated.write(row(y));
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream png = new DataOutputStream(bytes);
            png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            ByteBuffer header = ByteBuffer.allocate(13).putInt(WIDTH).putInt(HEIGHT);
            chunk(png, "IHDR", header.put((byte) 8).put((byte) PNG_RGB).array());
            chunk(png, "IDAT", pixels.toByteArray());
            chunk(png, "IEND", new byte[0]);
            return bytes.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /** No filter, then three bytes for each pixel. */
    private static byte[] row(int y) {
        ByteBuffer row = ByteBuffer.allocate(1 + 3 * WIDTH).put((byte) 0);
        for (int x = 0; x < WIDTH; x++) {
            int bar = x * BARS / WIDTH;
            boolean between = x % (WIDTH / BARS) < WIDTH / BARS / 4;
            boolean inked = !between && HEIGHT - y < (bar + 1) * HEIGHT / (BARS + 1);
            row.put(inked ? new byte[] {0x2f, 0x6f, (byte) (0x80 + 12 * bar)} : new byte[] {-1, -1, -1});
        }
        return row.array();
    }

    private static void chunk(DataOutputStream png, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        png.writeInt(data.length);
        png.write(name);
        png.write(data);
        png.writeInt((int) sum.getValue());
    }

    /** One page with one line. */
    private static byte[] report() {
        String line = "BT /F1 24 Tf 72 720 Td (A report by the Dify simulator) Tj ET";
        List<String> objects = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
                "<</Length " + line.length() + ">>stream\n" + line + "\nendstream",
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        StringBuilder places = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            places.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int table = pdf.length();
        int count = objects.size() + 1;
        pdf.append("xref\n0 ").append(count).append('\n').append(places);
        pdf.append("trailer\n<</Size ").append(count).append("/Root 1 0 R>>\n");
        pdf.append("startxref\n").append(table).append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
