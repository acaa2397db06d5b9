package org.chunfeng.casepage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.chunfeng.casefile.AccessLog;
import org.chunfeng.casefile.Document;
import org.chunfeng.casefile.DocumentType;
import org.chunfeng.casefile.Documents;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.Refusal;
import org.chunfeng.engine.Refused;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Attachments go up while a form is being filled in and come down from the case. */
@RestController
@RequestMapping("/api/documents")
class DocumentController {

    private static final int LONGEST_NAME = 150;

    private final Documents documents;
    private final CaseAccess access;
    private final AccessLog log;
    private final Actors actors;
    private final Wordings wordings;

    DocumentController(Documents documents, CaseAccess access, AccessLog log, Actors actors, Wordings wordings) {
        this.documents = documents;
        this.access = access;
        this.log = log;
        this.actors = actors;
        this.wordings = wordings;
    }

    record Uploaded(UUID id, String name, long size, String mediaType) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Uploaded upload(@RequestParam MultipartFile file) throws IOException {
        byte[] content = file.getBytes();
        String name = bareName(file.getOriginalFilename());
        if (content.length == 0) {
            throw refuse(name, "emptyDocument");
        }
        DocumentType type = DocumentType.ofContent(content).orElseThrow(() -> refuse(name, "documentType"));
        Actor actor = actors.current();
        Document kept = documents.upload(actor.bureau(), actor.userId(), name, type, content);
        return new Uploaded(kept.documentId(), kept.name(), kept.size(), kept.mediaType());
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> download(@PathVariable UUID id) {
        Document document = documents.find(id).orElseThrow(access::outOfReach);
        insistOnAccess(document);
        boolean inBrowser = DocumentType.ofMediaType(document.mediaType())
                .filter(DocumentType::isShownInBrowser)
                .isPresent();
        ContentDisposition disposition = (inBrowser ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(document.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .body(documents.content(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        if (!documents.remove(id, actors.current().userId())) {
            throw Refused.of(404, wordings.text("refusal.noSuchDocument"));
        }
    }

    /** An attachment is open to whoever reaches its case; before there is a case, to whoever uploaded it. */
    private void insistOnAccess(Document document) {
        String actor = actors.current().userId();
        if (document.caseNumber() == null) {
            if (!document.uploadedBy().equals(actor)) {
                throw Refused.of(404, wordings.text("refusal.noSuchDocument"));
            }
            return;
        }
        access.reach(document.caseNumber());
        log.seen(document.caseNumber(), actor, "document");
    }

    private Refused refuse(String name, String key) {
        String message = wordings.text("refusal." + key, name);
        return new Refused(400, List.of(new Refusal("documents", wordings.text("field.documents"), message)));
    }

    private static String bareName(@org.jspecify.annotations.Nullable String sent) {
        String bare = sent == null ? "" : sent.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        String ending = bare.contains(".") ? bare.substring(bare.lastIndexOf('.')) : "";
        return bare.length() <= LONGEST_NAME || ending.length() > 10
                ? bare.substring(0, Math.min(bare.length(), LONGEST_NAME))
                : bare.substring(0, LONGEST_NAME - ending.length()) + ending;
    }
}
