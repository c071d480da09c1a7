<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ApplyEverywhere</name>
    <message numerus="yes">
        <source>Write it in %n place(s)</source>
        <translation>
            <numerusform>Write it in %n place</numerusform>
            <numerusform>Write it in %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The new form is written in %n place(s). Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>The new form is written in %n place. Ctrl+Z takes it back.</numerusform>
            <numerusform>The new form is written in %n places. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkDecision</name>
    <message numerus="yes">
        <source>%n change(s) will be accepted. Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>%n change will be accepted. Ctrl+Z takes all of it back.</numerusform>
            <numerusform>%n changes will be accepted. Ctrl+Z takes all of it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) will be rejected. Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>%n change will be rejected. Ctrl+Z takes all of it back.</numerusform>
            <numerusform>%n changes will be rejected. Ctrl+Z takes all of it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left alone: %1</source>
        <translation>
            <numerusform>%n left alone: %1</numerusform>
            <numerusform>%n left alone: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) decided.</source>
        <translation>
            <numerusform>%n change decided.</numerusform>
            <numerusform>%n changes decided.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesPanel</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) before these: Enter shows them</source>
        <translation>
            <numerusform>%n change before these: Enter shows it</numerusform>
            <numerusform>%n changes before these: Enter shows them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) after these: Enter shows them</source>
        <translation>
            <numerusform>%n change after these: Enter shows it</numerusform>
            <numerusform>%n changes after these: Enter shows them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DigestPanel</name>
    <message numerus="yes">
        <source>%n change(s) by others</source>
        <translation>
            <numerusform>%n change by others</numerusform>
            <numerusform>%n changes by others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentsPanel</name>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>All %n document(s)</source>
        <translation>
            <numerusform>All %n document</numerusform>
            <numerusform>All %n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportTerms</name>
    <message numerus="yes">
        <source>%n entry(ies) written to %1</source>
        <translation>
            <numerusform>%n entry written to %1</numerusform>
            <numerusform>%n entries written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FlagFilterBar</name>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation>
            <numerusform>%n flag</numerusform>
            <numerusform>%n flags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossaryProblemsPanel</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImpactPanel</name>
    <message numerus="yes">
        <source>%n more not listed</source>
        <translation>
            <numerusform>%n more not listed</numerusform>
            <numerusform>%n more not listed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportTerms</name>
    <message numerus="yes">
        <source>%n entry(ies) saved in %1. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n entry saved in %1. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n entries saved in %1. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n entry(ies)</source>
        <translation>
            <numerusform>Import %n entry</numerusform>
            <numerusform>Import %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossList</name>
    <message numerus="yes">
        <source>%n place(s) break the rules of the format; the first is line %1</source>
        <translation>
            <numerusform>%n place breaks the rules of the format: line %1</numerusform>
            <numerusform>%n places break the rules of the format; the first is line %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeEntries</name>
    <message numerus="yes">
        <source>%n reference(s) follow</source>
        <translation>
            <numerusform>%n reference follows</numerusform>
            <numerusform>%n references follow</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shipped entry(ies) name it and cannot follow: keep that one</source>
        <translation>
            <numerusform>%n shipped entry names it and cannot follow: keep that one</numerusform>
            <numerusform>%n shipped entries name it and cannot follow: keep that one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MiningPanel</name>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n find(s) without an entry</source>
        <translation>
            <numerusform>%n find without an entry</numerusform>
            <numerusform>%n finds without an entry</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplaceAll</name>
    <message numerus="yes">
        <source>%n place(s) replaced. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n place replaced. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n places replaced. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace in %n place(s)</source>
        <translation>
            <numerusform>Replace in %n place</numerusform>
            <numerusform>Replace in %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SegmentModel</name>
    <message numerus="yes">
        <source>%n open thread(s)</source>
        <translation>
            <numerusform>%n open thread</numerusform>
            <numerusform>%n open threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n hint</numerusform>
            <numerusform>%n hints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhereUsedPanel</name>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation>
            <numerusform>%n flag</numerusform>
            <numerusform>%n flags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n own entries never met</source>
        <translation>
            <numerusform>%n own entry never met</numerusform>
            <numerusform>%n own entries never met</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shipped ones</source>
        <translation>
            <numerusform>%n shipped one</numerusform>
            <numerusform>%n shipped ones</numerusform>
        </translation>
    </message>
</context>
</TS>
