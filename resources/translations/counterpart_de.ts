<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <location filename="../../app/ui/about.py"/>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <location filename="../../app/ui/about.py"/>
        <source>About Counterpart</source>
        <translation>Über Counterpart</translation>
    </message>
    <message>
        <location filename="../../app/ui/about.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../../app/ui/about.py"/>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <location filename="../../app/ui/about.py"/>
        <source>Counterpart</source>
        <translation>Counterpart</translation>
    </message>
    <message>
        <location filename="../../app/ui/about.py"/>
        <source>Keeps your online store in step with your POS.</source>
        <translation>Hält Ihren Onlineshop auf dem Stand Ihres POS.</translation>
    </message>
    <message>
        <location filename="../../app/ui/about.py"/>
        <source>It only reads your POS and never changes anything there.</source>
        <translation>Es liest Ihr POS nur und ändert dort nie etwas.</translation>
    </message>
    <message>
        <location filename="../../app/ui/about.py"/>
        <source>Nothing is sent anywhere but to your two stores.</source>
        <translation>Gesendet wird nur an Ihr POS und Ihren Onlineshop.</translation>
    </message>
    <message>
        <location filename="../../app/ui/about.py"/>
        <source>Tick or untick</source>
        <translation>Haken setzen oder entfernen</translation>
    </message>
    <message>
        <location filename="../../app/ui/about.py"/>
        <source>Open a family</source>
        <translation>Familie aufklappen</translation>
    </message>
    <message>
        <location filename="../../app/ui/about.py"/>
        <source>Close a family</source>
        <translation>Familie zuklappen</translation>
    </message>
    <message>
        <location filename="../../app/ui/about.py"/>
        <source>Menu of the row</source>
        <translation>Menü der Zeile</translation>
    </message>
    <message>
        <location filename="../../app/ui/about.py"/>
        <source>Clear, close or leave</source>
        <translation>Leeren, schließen oder verlassen</translation>
    </message>
</context>
<context>
    <name>ActivityFilter</name>
    <message>
        <location filename="../../app/ui/screens/activity_filter.py"/>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_filter.py"/>
        <source>Search the log</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_filter.py"/>
        <source>Save log…</source>
        <translation>Protokoll speichern…</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_filter.py"/>
        <source>There are no lines yet.</source>
        <translation>Es gibt noch keine Zeilen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_filter.py"/>
        <source>Retry the failed one</source>
        <translation>Fehlgeschlagenes wiederholen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_filter.py"/>
        <source>Retry what failed</source>
        <translation>Fehlgeschlagenes wiederholen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_filter.py"/>
        <source>Nothing failed.</source>
        <translation>Nichts ist fehlgeschlagen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_filter.py"/>
        <source>Wait until this sync is done.</source>
        <translation>Warten Sie, bis dieser Abgleich fertig ist.</translation>
    </message>
</context>
<context>
    <name>ActivityHead</name>
    <message>
        <location filename="../../app/ui/screens/activity_head.py"/>
        <source>Stop safely</source>
        <translation>Sicher anhalten</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_head.py"/>
        <source>Changes sent</source>
        <translation>Gesendete Änderungen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_head.py"/>
        <source>Stopping…</source>
        <translation>Hält an…</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_head.py"/>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_head.py"/>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_head.py"/>
        <source>No sync is running.</source>
        <translation>Kein Abgleich läuft.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_head.py"/>
        <source>It stops already.</source>
        <translation>Er hält schon an.</translation>
    </message>
</context>
<context>
    <name>ActivityPanel</name>
    <message>
        <location filename="../../app/ui/screens/activity_panel.py"/>
        <source>No sync yet</source>
        <translation>Noch kein Abgleich</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_panel.py"/>
        <source>What a sync does is told here, product by product, while it happens.</source>
        <translation>Was ein Abgleich tut, steht hier, Produkt für Produkt, während es geschieht.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_panel.py"/>
        <source>Activity panel</source>
        <translation>Aktivitätsbereich</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_panel.py"/>
        <source>Nothing in the log matches “{text}”.</source>
        <translation>Nichts im Protokoll passt zu „{text}“.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_panel.py"/>
        <source>Nothing failed.</source>
        <translation>Nichts ist fehlgeschlagen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_panel.py"/>
        <source>There is nothing to note.</source>
        <translation>Es gibt keine Hinweise.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_panel.py"/>
        <source>There is nothing to tell yet.</source>
        <translation>Es gibt noch nichts zu berichten.</translation>
    </message>
</context>
<context>
    <name>ActivityStrip</name>
    <message>
        <location filename="../../app/ui/screens/activity_strip.py"/>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_strip.py"/>
        <source>Close the activity panel</source>
        <translation>Aktivitätsbereich schließen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_strip.py"/>
        <source>Open the activity panel</source>
        <translation>Aktivitätsbereich öffnen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_strip.py"/>
        <source>{what} (Ctrl+J)</source>
        <translation>{what} (Strg+J)</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_strip.py"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_strip.py"/>
        <source>Both stores as of {moment}; nothing was sent yet</source>
        <translation>Stand von {moment}; noch wurde nichts gesendet</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_strip.py"/>
        <source>No sync yet</source>
        <translation>Noch kein Abgleich</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_strip.py"/>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_strip.py"/>
        <source>{trouble}. You see both stores as of {moment}.</source>
        <translation>{trouble}. Sie sehen den Stand von {moment}.</translation>
    </message>
</context>
<context>
    <name>CandidateList</name>
    <message>
        <location filename="../../app/ui/screens/product_candidates.py"/>
        <source>Products found online</source>
        <translation>Online gefundene Produkte</translation>
    </message>
</context>
<context>
    <name>Candidates</name>
    <message>
        <location filename="../../app/ui/screens/product_candidates.py"/>
        <source>{sku} · linked to {name}</source>
        <translation>{sku} · verknüpft mit {name}</translation>
    </message>
</context>
<context>
    <name>CatalogueSide</name>
    <message>
        <location filename="../../app/ui/screens/catalogue_side.py"/>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_side.py"/>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_side.py"/>
        <source>All brands</source>
        <translation>Alle Marken</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_side.py"/>
        <source>Brand</source>
        <translation>Marke</translation>
    </message>
</context>
<context>
    <name>CatalogueStates</name>
    <message>
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>There are no products yet</source>
        <translation>Es gibt noch keine Produkte</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>Neither the POS nor the online store holds any. Add one in the POS first.</source>
        <translation>Weder im POS noch im Onlineshop gibt es welche. Legen Sie zuerst eines im POS an.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>Nothing matches “{text}”</source>
        <translation>Nichts passt zu „{text}“</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>It stands in no name, SKU, barcode or brand.</source>
        <translation>Es steht in keinem Namen, keiner Artikelnummer, keinem Barcode und keiner Marke.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>some products</source>
        <translation>einige Produkte</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>Nothing in all products matches it either.</source>
        <translation>Auch unter allen Produkten passt nichts dazu.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>Search all products</source>
        <translation>Alle Produkte durchsuchen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>Show all products</source>
        <translation>Alle Produkte zeigen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>Both sides agree</source>
        <translation>Beide Seiten stimmen überein</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>Nothing in {filter}</source>
        <translation>Nichts in {filter}</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>Last read at {time}.</source>
        <translation>Zuletzt gelesen um {time}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>The next look is at {time}.</source>
        <translation>Das nächste Mal wird um {time} nachgesehen.</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <location filename="../../app/ui/screens/history_charts.py"/>
        <source>Changes a day</source>
        <translation>Änderungen je Tag</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_charts.py"/>
        <source>Time a sync takes</source>
        <translation>Dauer der Abgleiche</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_charts.py"/>
        <source>Failed a day</source>
        <translation>Fehlgeschlagen je Tag</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_charts.py"/>
        <source>Nothing changed</source>
        <translation>Nichts geändert</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_charts.py"/>
        <source>No sync</source>
        <translation>Kein Abgleich</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_charts.py"/>
        <source>Nothing failed</source>
        <translation>Nichts fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_charts.py"/>
        <source>outlined: created or removed</source>
        <translation>umrandet: erstellt oder entfernt</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_charts.py"/>
        <source>longest of the day</source>
        <translation>längster des Tages</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_charts.py"/>
        <source>products</source>
        <translation>Produkte</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <location filename="../../app/ui/screens/close_question.py"/>
        <source>A sync is running</source>
        <translation>Ein Abgleich läuft</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/close_question.py"/>
        <source>Stay here</source>
        <translation>Hier bleiben</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/close_question.py"/>
        <source>Keep it going in the background</source>
        <translation>Im Hintergrund weiterlaufen lassen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/close_question.py"/>
        <source>Stop safely, then close</source>
        <translation>Sicher anhalten, dann schließen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/close_question.py"/>
        <source>A sync is running. Keep it going in the background, or stop it safely?</source>
        <translation>Ein Abgleich läuft. Im Hintergrund weiterlaufen lassen oder sicher anhalten?</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/close_question.py"/>
        <source>Both stores are being compared. Keep it going, or stop it?</source>
        <translation>POS und Onlineshop werden verglichen. Weiterlaufen lassen oder anhalten?</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/close_question.py"/>
        <source>It is reading both stores and has sent nothing so far.</source>
        <translation>Er liest beide Seiten und hat noch nichts gesendet.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/close_question.py"/>
        <source>{done} of {total} changes are sent, {checked} are checked. If you stop, the next sync checks the rest.</source>
        <translation>{done} von {total} Änderungen sind gesendet, {checked} geprüft. Halten Sie an, prüft der nächste Abgleich den Rest.</translation>
    </message>
</context>
<context>
    <name>Counterpart</name>
    <message>
        <location filename="../../app/ui/painting.py"/>
        <source>In sync</source>
        <translation>Abgeglichen</translation>
    </message>
    <message>
        <location filename="../../app/ui/painting.py"/>
        <source>Update waiting</source>
        <translation>Änderung wartet</translation>
    </message>
    <message>
        <location filename="../../app/ui/painting.py"/>
        <source>Edited online</source>
        <translation>Online geändert</translation>
    </message>
    <message>
        <location filename="../../app/ui/painting.py"/>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <location filename="../../app/ui/painting.py"/>
        <source>To be created</source>
        <translation>Wird erstellt</translation>
    </message>
    <message>
        <location filename="../../app/ui/painting.py"/>
        <source>To be removed</source>
        <translation>Wird entfernt</translation>
    </message>
    <message>
        <location filename="../../app/ui/painting.py"/>
        <source>Not sold online</source>
        <translation>Nicht online verkauft</translation>
    </message>
    <message>
        <location filename="../../app/ui/painting.py"/>
        <source>Hidden</source>
        <translation>Ausgeblendet</translation>
    </message>
    <message>
        <location filename="../../app/ui/painting.py"/>
        <source>Only online</source>
        <translation>Nur online</translation>
    </message>
    <message>
        <location filename="../../app/ui/painting.py"/>
        <source>Needs attention</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <location filename="../../app/ui/painting.py"/>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="../../app/ui/painting.py"/>
        <source>Syncing</source>
        <translation>Wird abgeglichen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/screens/activity_filter.py"/>
        <source>%n new line(s)</source>
        <translation>
            <numerusform>%n neue Zeile</numerusform>
            <numerusform>%n neue Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_filter.py"/>
        <source>All {count}</source>
        <translation>Alle {count}</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_filter.py"/>
        <source>Failed {count}</source>
        <translation>Gescheitert {count}</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_filter.py"/>
        <source>Notes {count}</source>
        <translation>Hinweise {count}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/screens/activity_filter.py"/>
        <source>Retry %n failed</source>
        <translation>
            <numerusform>%n Fehlgeschlagenes wiederholen</numerusform>
            <numerusform>%n Fehlgeschlagene wiederholen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/screens/activity_head.py"/>
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_head.py"/>
        <source>Both stores compared; nothing was sent</source>
        <translation>POS und Onlineshop verglichen; nichts wurde gesendet</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_head.py"/>
        <source>No sync yet</source>
        <translation>Noch kein Abgleich</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_log_lines.py"/>
        <source>Try again</source>
        <translation>Wiederholen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/screens/catalogue_looking.py"/>
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n Produkt</numerusform>
            <numerusform>%n Produkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/screens/catalogue_looking.py"/>
        <source>{hits} of %n product(s)</source>
        <translation>
            <numerusform>{hits} von %n Produkt</numerusform>
            <numerusform>{hits} von %n Produkten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_menus.py"/>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_menus.py"/>
        <source>Sell online</source>
        <translation>Online verkaufen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_menus.py"/>
        <source>Keep off</source>
        <translation>Nicht online verkaufen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_menus.py"/>
        <source>As in POS</source>
        <translation>Wie im POS</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/screens/catalogue_menus.py"/>
        <source>Sync these %n</source>
        <translation>
            <numerusform>Dieses %n abgleichen</numerusform>
            <numerusform>Diese %n abgleichen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_menus.py"/>
        <source>Sync this product</source>
        <translation>Produkt abgleichen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_menus.py"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_menus.py"/>
        <source>Copy SKU</source>
        <translation>Artikelnummer kopieren</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_menus.py"/>
        <source>Order by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_menus.py"/>
        <source>Columns as delivered</source>
        <translation>Spalten wie geliefert</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_menus.py"/>
        <source>Move “{column}” left</source>
        <translation>„{column}“ nach links</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_menus.py"/>
        <source>Move “{column}” right</source>
        <translation>„{column}“ nach rechts</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>You are looking in {filter} only. In all products there {is|are} %n that {matches|match}.</source>
        <translation>
            <numerusform>Sie suchen nur in {filter}. Unter allen Produkten passt %n.</numerusform>
            <numerusform>Sie suchen nur in {filter}. Unter allen Produkten passen %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>%n {change waits|changes wait} for the next sync.</source>
        <translation>
            <numerusform>%n Änderung wartet auf den nächsten Abgleich.</numerusform>
            <numerusform>%n Änderungen warten auf den nächsten Abgleich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>%n product(s) online {is|are} just as the POS says.</source>
        <translation>
            <numerusform>%n Produkt ist online genau wie im POS.</numerusform>
            <numerusform>%n Produkte sind online genau wie im POS.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/screens/catalogue_statuses.py"/>
        <source>{filter}, %n product(s)</source>
        <translation>
            <numerusform>{filter}, %n Produkt</numerusform>
            <numerusform>{filter}, %n Produkte</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_statuses.py"/>
        <source>Needs you</source>
        <translation>Für Sie zu tun</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_statuses.py"/>
        <source>Goes at the next sync</source>
        <translation>Beim nächsten Abgleich</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_statuses.py"/>
        <source>Nothing to do</source>
        <translation>Nichts zu tun</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_statuses.py"/>
        <source>All products</source>
        <translation>Alle Produkte</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/screens/catalogue_tools.py"/>
        <source>%n selected</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/screens/catalogue_tools.py"/>
        <source>Select all %n</source>
        <translation>
            <numerusform>%n wählen</numerusform>
            <numerusform>Alle %n wählen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/screens/close_question.py"/>
        <source>{done} of {total} changes are sent. If you stop, %n {waits|wait} for the next sync.</source>
        <translation>
            <numerusform>{done} von {total} Änderungen sind gesendet. Halten Sie an, wartet %n auf den nächsten Abgleich.</numerusform>
            <numerusform>{done} von {total} Änderungen sind gesendet. Halten Sie an, warten %n auf den nächsten Abgleich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/screens/history.py"/>
        <source>Kept %n day(s)</source>
        <translation>
            <numerusform>%n Tag aufbewahrt</numerusform>
            <numerusform>%n Tage aufbewahrt</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_run.py"/>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_run.py"/>
        <source>SKU</source>
        <translation>Artikelnummer</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_run.py"/>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_run.py"/>
        <source>What was done</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_run.py"/>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_run.py"/>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_run.py"/>
        <source>Not finished</source>
        <translation>Nicht fertig</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_runs.py"/>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_runs.py"/>
        <source>Started by</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_runs.py"/>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/screens/history_undo.py"/>
        <source>Put back %n product(s)</source>
        <translation>
            <numerusform>%n Produkt zurücksetzen</numerusform>
            <numerusform>%n Produkte zurücksetzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/screens/outlets_effect.py"/>
        <source>Show {it|all %n} in the catalogue</source>
        <translation>
            <numerusform>Im Katalog zeigen</numerusform>
            <numerusform>Alle %n im Katalog zeigen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets_rows.py"/>
        <source>Count</source>
        <translation>Zählt</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets_rows.py"/>
        <source>Outlet</source>
        <translation>Filiale</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets_rows.py"/>
        <source>Registers</source>
        <translation>Kassen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets_rows.py"/>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets_rows.py"/>
        <source>Units</source>
        <translation>Stück</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets_rows.py"/>
        <source>{outlet}. {caption}</source>
        <translation>{outlet}. {caption}</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets_rows.py"/>
        <source>{column}: {value}</source>
        <translation>{column}: {value}</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_delegate.py"/>
        <source>same variant</source>
        <translation>gleiche Variante</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_delegate.py"/>
        <source>same product</source>
        <translation>gleiches Produkt</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_delegate.py"/>
        <source>all variants</source>
        <translation>alle Varianten</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_delegate.py"/>
        <source>{product} · {variant}</source>
        <translation>{product} · {variant}</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_delegate.py"/>
        <source>hide the words</source>
        <translation>Text ausblenden</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_delegate.py"/>
        <source>show the words</source>
        <translation>Text zeigen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_export.py"/>
        <source>Ticked</source>
        <translation>Angehakt</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_export.py"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_export.py"/>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_export.py"/>
        <source>Old</source>
        <translation>Alt</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_export.py"/>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_export.py"/>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_sections.py"/>
        <source>What will change</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_sections.py"/>
        <source>Held back</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_sections.py"/>
        <source>Would be sent</source>
        <translation>Würde gesendet</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_sections.py"/>
        <source>Will be sent</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_sections.py"/>
        <source>By field</source>
        <translation>Nach Feld</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_sections.py"/>
        <source>{filter}, {count}</source>
        <translation>{filter}, {count}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/screens/product_fields.py"/>
        <source>%n more field(s) that agree</source>
        <translation>
            <numerusform>%n weiteres Feld stimmt überein</numerusform>
            <numerusform>%n weitere Felder stimmen überein</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/screens/product_fields.py"/>
        <source>%n more field(s)</source>
        <translation>
            <numerusform>%n weiteres Feld</numerusform>
            <numerusform>%n weitere Felder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/screens/product_row.py"/>
        <source>%n picture(s) online will be removed at the next sync</source>
        <translation>
            <numerusform>%n Bild online wird beim nächsten Abgleich entfernt</numerusform>
            <numerusform>%n Bilder online werden beim nächsten Abgleich entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/screens/product_stock.py"/>
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n Stück</numerusform>
            <numerusform>%n Stück</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/screens/top_bar.py"/>
        <source>**%n change(s)** {waits|wait} for the next sync</source>
        <translation>
            <numerusform>**%n Änderung** wartet auf den nächsten Abgleich</numerusform>
            <numerusform>**%n Änderungen** warten auf den nächsten Abgleich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/screens/top_bar.py"/>
        <source>**%n change(s)** still to go</source>
        <translation>
            <numerusform>**%n Änderung** steht noch aus</numerusform>
            <numerusform>**%n Änderungen** stehen noch aus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/screens/top_bar.py"/>
        <source>**%n change(s)** sent, still to be checked</source>
        <translation>
            <numerusform>**%n Änderung** gesendet, noch zu prüfen</numerusform>
            <numerusform>**%n Änderungen** gesendet, noch zu prüfen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/columns.py"/>
        <source>POS</source>
        <translation>POS</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/columns.py"/>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/columns.py"/>
        <source>Price {currency}</source>
        <translation>Preis {currency}</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/columns.py"/>
        <source>Sell</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/columns.py"/>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/columns.py"/>
        <source>Brand</source>
        <translation>Marke</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/columns.py"/>
        <source>Stock</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/columns.py"/>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/columns.py"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/columns.py"/>
        <source>Shown</source>
        <translation>Sichtbar</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/columns.py"/>
        <source>Last synced</source>
        <translation>Letzter Abgleich</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/columns.py"/>
        <source>POS price</source>
        <translation>POS-Preis</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/columns.py"/>
        <source>POS stock</source>
        <translation>POS-Bestand</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/columns.py"/>
        <source>Active in POS</source>
        <translation>Aktiv im POS</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/columns.py"/>
        <source>Online price</source>
        <translation>Onlinepreis</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/columns.py"/>
        <source>Online stock</source>
        <translation>Onlinebestand</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/columns.py"/>
        <source>Shown online</source>
        <translation>Online sichtbar</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/columns.py"/>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/columns.py"/>
        <source>POS, price</source>
        <translation>POS, Preis</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/columns.py"/>
        <source>POS, stock</source>
        <translation>POS, Bestand</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/columns.py"/>
        <source>POS, active</source>
        <translation>POS, aktiv</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/columns.py"/>
        <source>Online, price</source>
        <translation>Online, Preis</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/columns.py"/>
        <source>Online, stock</source>
        <translation>Online, Bestand</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/columns.py"/>
        <source>Online, shown</source>
        <translation>Online, sichtbar</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/header.py"/>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <location filename="../../app/ui/tables/header.py"/>
        <source>{side} · {store}</source>
        <translation>{side} · {store}</translation>
    </message>
    <message>
        <location filename="../../app/ui/text_difference.py"/>
        <source>Removed: {text}.</source>
        <translation>Entfernt: {text}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/text_difference.py"/>
        <source>Added: {text}.</source>
        <translation>Hinzugefügt: {text}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/text_difference.py"/>
        <source>The words are the same.</source>
        <translation>Der Text ist gleich.</translation>
    </message>
    <message>
        <location filename="../../app/ui/values.py"/>
        <source>under {percent}</source>
        <translation>unter {percent}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/values.py"/>
        <source>%n times as much</source>
        <translation>
            <numerusform>gleich viel</numerusform>
            <numerusform>%n-mal so viel</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/values.py"/>
        <source>{price}+</source>
        <translation>{price}+</translation>
    </message>
    <message>
        <location filename="../../app/ui/values.py"/>
        <source>from {price}</source>
        <translation>ab {price}</translation>
    </message>
    <message>
        <location filename="../../app/ui/values.py"/>
        <source>…{value}</source>
        <translation>…{value}</translation>
    </message>
    <message>
        <location filename="../../app/ui/values.py"/>
        <source>incl. {value}</source>
        <translation>inkl. {value}</translation>
    </message>
    <message>
        <location filename="../../app/ui/values.py"/>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <location filename="../../app/ui/values.py"/>
        <source>not counted, unlimited</source>
        <translation>nicht gezählt, unbegrenzt</translation>
    </message>
    <message>
        <location filename="../../app/ui/values.py"/>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <location filename="../../app/ui/values.py"/>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <location filename="../../app/ui/values.py"/>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <location filename="../../app/ui/values.py"/>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <location filename="../../app/ui/values.py"/>
        <source>(blank)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <location filename="../../app/ui/values.py"/>
        <source>Just now</source>
        <translation>Gerade eben</translation>
    </message>
    <message>
        <location filename="../../app/ui/values.py"/>
        <source>Today {time}</source>
        <translation>Heute {time}</translation>
    </message>
    <message>
        <location filename="../../app/ui/values.py"/>
        <source>ddd d MMM</source>
        <translation>ddd, d. MMM</translation>
    </message>
    <message>
        <location filename="../../app/ui/values.py"/>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <location filename="../../app/ui/values.py"/>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <location filename="../../app/ui/values.py"/>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <location filename="../../app/ui/values.py"/>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <location filename="../../app/ui/values.py"/>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <location filename="../../app/ui/values.py"/>
        <source>time left not known yet</source>
        <translation>Restzeit noch nicht bekannt</translation>
    </message>
    <message>
        <location filename="../../app/ui/values.py"/>
        <source>a few seconds</source>
        <translation>ein paar Sekunden</translation>
    </message>
    <message>
        <location filename="../../app/ui/values.py"/>
        <source>about {time}</source>
        <translation>etwa {time}</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Connect your stores…</source>
        <translation>POS und Shop verbinden…</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Explore with sample stores</source>
        <translation>Mit Beispielshop ausprobieren</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Export what is shown…</source>
        <translation>Angezeigtes exportieren…</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Save the log…</source>
        <translation>Protokoll speichern…</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Close the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Select all shown</source>
        <translation>Alle angezeigten wählen</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>&amp;Product</source>
        <translation>&amp;Produkt</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Open in its own window</source>
        <translation>In eigenem Fenster öffnen</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Sync what is selected</source>
        <translation>Auswahl abgleichen</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>&amp;Sync</source>
        <translation>Ab&amp;gleich</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Save diagnostics…</source>
        <translation>Diagnose speichern…</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>About Counterpart</source>
        <translation>Über Counterpart</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Outlets</source>
        <translation>Filialen</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Columns…</source>
        <translation>Spalten…</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Compact rows</source>
        <translation>Kompakte Zeilen</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Next that needs you</source>
        <translation>Nächstes für Sie</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Previous that needs you</source>
        <translation>Voriges für Sie</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Text as the system</source>
        <translation>Text wie das System</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Colours as the system</source>
        <translation>Farben wie das System</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Read both stores</source>
        <translation>Beide Seiten lesen</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Pause or go on</source>
        <translation>Pause oder weiter</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Stop safely</source>
        <translation>Sicher anhalten</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Retry what failed</source>
        <translation>Fehlgeschlagenes wiederholen</translation>
    </message>
    <message>
        <location filename="../../app/ui/window_menus.py"/>
        <source>Let a day pass in the sample stores</source>
        <translation>Im Beispielshop einen Tag vergehen lassen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Compare {count}</source>
        <translation>{count} vergleichen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Read online store</source>
        <translation>Onlineshop lesen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Read POS</source>
        <translation>POS lesen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Send changes</source>
        <translation>Änderungen senden</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Stopping safely: what is on its way is finished first</source>
        <translation>Hält sicher an: Unterwegs Befindliches wird noch fertig</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Comparing both stores</source>
        <translation>Beide Seiten werden verglichen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Paused. It goes on when you say so.</source>
        <translation>Pause. Es geht weiter, wenn Sie es sagen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Paused. %n {change waits|changes wait}; what was sent is safe.</source>
        <translation>
            <numerusform>Pause. %n Änderung wartet; Gesendetes ist sicher.</numerusform>
            <numerusform>Pause. %n Änderungen warten; Gesendetes ist sicher.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Syncing: %n change(s) sent</source>
        <translation>
            <numerusform>Abgleich: %n Änderung gesendet</numerusform>
            <numerusform>Abgleich: %n Änderungen gesendet</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Syncing: {done} of {total} changes sent, {checked} checked</source>
        <translation>Abgleich: {done} von {total} Änderungen gesendet, {checked} geprüft</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Checking what was sent</source>
        <translation>Gesendetes wird geprüft</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Checking what was sent: {checked} of {done}</source>
        <translation>Gesendetes wird geprüft: {checked} von {done}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Reading the online store</source>
        <translation>Onlineshop wird gelesen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Reading your POS</source>
        <translation>POS wird gelesen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Reading the online store: %n product(s)</source>
        <translation>
            <numerusform>Onlineshop wird gelesen: %n Produkt</numerusform>
            <numerusform>Onlineshop wird gelesen: %n Produkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Reading your POS: %n {product or variant|products and variants}</source>
        <translation>
            <numerusform>POS wird gelesen: %n Produkt oder Variante</numerusform>
            <numerusform>POS wird gelesen: %n Produkte und Varianten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Reading your POS: {done} of {total}</source>
        <translation>POS wird gelesen: {done} von {total}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Reading the online store: {done} of {total}</source>
        <translation>Onlineshop wird gelesen: {done} von {total}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Sending changes, {done} of {total}</source>
        <translation>Änderungen werden gesendet, {done} von {total}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Time left not known yet</source>
        <translation>Restzeit noch nicht bekannt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>{time} left at the online store’s pace</source>
        <translation>Noch {time} im Tempo des Onlineshops</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>The online store asks for {span} of patience; it goes on by itself</source>
        <translation>Der Onlineshop bittet um {span} Geduld; es geht von selbst weiter</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>The POS asks for {span} of patience; it goes on by itself</source>
        <translation>Das POS bittet um {span} Geduld; es geht von selbst weiter</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Requests: POS {pos}, online {online}</source>
        <translation>Anfragen: POS {pos}, online {online}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Updated {updated} · Created {created} · Removed {removed} · Requests: POS {pos}, online {online}</source>
        <translation>Aktualisiert {updated} · Erstellt {created} · Entfernt {removed} · Anfragen: POS {pos}, online {online}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Last sync {time}: nothing was sent, it waits for your answer</source>
        <translation>Letzter Abgleich {time}: nichts gesendet, er wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Last sync {time} could not go on; what was sent is safe</source>
        <translation>Letzter Abgleich {time} konnte nicht weiter; Gesendetes ist sicher</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Compared {time}: %n {change waits|changes wait}, nothing was sent</source>
        <translation>
            <numerusform>Verglichen {time}: %n Änderung wartet, nichts gesendet</numerusform>
            <numerusform>Verglichen {time}: %n Änderungen warten, nichts gesendet</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Compared {time}: nothing was sent</source>
        <translation>Verglichen {time}: nichts gesendet</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Undo {time}: {changed} put back, {failed} failed</source>
        <translation>Rückgängig {time}: {changed} zurückgesetzt, {failed} fehlgeschlagen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Undo {time}: %n product(s) put back and checked</source>
        <translation>
            <numerusform>Rückgängig {time}: %n Produkt zurückgesetzt und geprüft</numerusform>
            <numerusform>Rückgängig {time}: %n Produkte zurückgesetzt und geprüft</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Stopped after {done} of {total}. The rest waits for the next sync.</source>
        <translation>Angehalten nach {done} von {total}. Der Rest wartet auf den nächsten Abgleich.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Stopped after %n change(s). The rest waits for the next sync.</source>
        <translation>
            <numerusform>Angehalten nach %n Änderung. Der Rest wartet auf den nächsten Abgleich.</numerusform>
            <numerusform>Angehalten nach %n Änderungen. Der Rest wartet auf den nächsten Abgleich.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Last sync {time}: {changed} changed, {failed} failed, {attention} need you</source>
        <translation>Letzter Abgleich {time}: {changed} geändert, {failed} fehlgeschlagen, {attention} zu klären</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Last sync {time}: {changed} changed, {failed} failed</source>
        <translation>Letzter Abgleich {time}: {changed} geändert, {failed} fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Last sync {time}: {changed} changed, nothing failed, {attention} need you</source>
        <translation>Letzter Abgleich {time}: {changed} geändert, nichts fehlgeschlagen, {attention} zu klären</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Last sync {time}: {changed} changed, nothing failed, checked</source>
        <translation>Letzter Abgleich {time}: {changed} geändert, nichts fehlgeschlagen, geprüft</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Last sync {time}: nothing to change, both sides agree</source>
        <translation>Letzter Abgleich {time}: nichts zu ändern, beide Seiten stimmen überein</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>POS not asked yet</source>
        <translation>POS noch nicht gefragt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>POS answers</source>
        <translation>POS antwortet</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>POS does not answer</source>
        <translation>POS antwortet nicht</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>POS refuses the token</source>
        <translation>POS lehnt das Token ab</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Online store not asked yet</source>
        <translation>Onlineshop noch nicht gefragt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Online store answers</source>
        <translation>Onlineshop antwortet</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Online store does not answer</source>
        <translation>Onlineshop antwortet nicht</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Online store refuses the token</source>
        <translation>Onlineshop lehnt das Token ab</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Started by itself {time}</source>
        <translation>Von selbst begonnen {time}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Started by you {time}</source>
        <translation>Von Ihnen begonnen {time}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Schedule waits for you</source>
        <translation>Zeitplan wartet auf Sie</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Next sync {time}</source>
        <translation>Nächster Abgleich {time}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>That could not be saved on this computer</source>
        <translation>Das ließ sich auf diesem Computer nicht speichern</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Nothing was forgotten. {reason}</source>
        <translation>Nichts wurde vergessen. {reason}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>There is nothing to undo</source>
        <translation>Es gibt nichts rückgängig zu machen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Something went wrong in this window. Your stores are safe; the log file says more.</source>
        <translation>In diesem Fenster ging etwas schief. POS und Onlineshop sind nicht betroffen; die Protokolldatei sagt mehr.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_activity.py"/>
        <source>%n product(s) will be sold online from the next sync on</source>
        <translation>
            <numerusform>%n Produkt wird ab dem nächsten Abgleich online verkauft</numerusform>
            <numerusform>%n Produkte werden ab dem nächsten Abgleich online verkauft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_activity.py"/>
        <source>%n product(s) will be kept off the online store</source>
        <translation>
            <numerusform>%n Produkt wird nicht online verkauft</numerusform>
            <numerusform>%n Produkte werden nicht online verkauft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_activity.py"/>
        <source>%n product(s) {follows|follow} the POS again</source>
        <translation>
            <numerusform>%n Produkt folgt wieder dem POS</numerusform>
            <numerusform>%n Produkte folgen wieder dem POS</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_activity.py"/>
        <source>%n line(s) copied</source>
        <translation>
            <numerusform>%n Zeile kopiert</numerusform>
            <numerusform>%n Zeilen kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_activity.py"/>
        <source>A day passed in the sample stores: %n thing(s) happened</source>
        <translation>
            <numerusform>Im Beispielshop verging ein Tag: %n Ereignis</numerusform>
            <numerusform>Im Beispielshop verging ein Tag: %n Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_activity.py"/>
        <source>%n change(s) left out; {it stays|they stay} waiting</source>
        <translation>
            <numerusform>%n Änderung ausgelassen; sie wartet weiter</numerusform>
            <numerusform>%n Änderungen ausgelassen; sie warten weiter</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>The online edit is kept until the POS changes it</source>
        <translation>Die Onlineänderung bleibt, bis das POS sie ändert</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>The POS value goes back online at the next sync</source>
        <translation>Der POS-Wert geht beim nächsten Abgleich wieder online</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Linked; the next sync brings both into step</source>
        <translation>Verknüpft; der nächste Abgleich bringt beide auf gleichen Stand</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Unlinked; what is online is left alone</source>
        <translation>Verknüpfung gelöst; online bleibt alles unberührt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>The outlets are kept and count from the next sync on</source>
        <translation>Die Filialen sind übernommen und zählen ab dem nächsten Abgleich</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>The setting is kept</source>
        <translation>Die Einstellung ist übernommen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Saved as {file}</source>
        <translation>Gespeichert als {file}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_activity.py"/>
        <source>Done again</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Barcode</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Size</source>
        <translation>Maße</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>brand</source>
        <translation>Marke</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>barcode</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>stock</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>size</source>
        <translation>Maße</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>{first} and {second}</source>
        <translation>{first} und {second}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>{first} and %n more</source>
        <translation>
            <numerusform>{first} und %n mehr</numerusform>
            <numerusform>{first} und %n mehr</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>{field} of %n variant(s)</source>
        <translation>
            <numerusform>{field}: %n Variante</numerusform>
            <numerusform>{field}: %n Varianten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Both changed %n field(s)</source>
        <translation>
            <numerusform>Beide: %n Feld geändert</numerusform>
            <numerusform>Beide: %n Felder geändert</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Both changed the name</source>
        <translation>Beide änderten: Name</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Both changed category</source>
        <translation>Beide änderten: Kategorie</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Both changed the text</source>
        <translation>Beide änderten: Text</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Both changed the brand</source>
        <translation>Beide änderten: Marke</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Both changed the barcode</source>
        <translation>Beide änderten: Barcode</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Both changed the price</source>
        <translation>Beide änderten: Preis</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Both changed pictures</source>
        <translation>Beide änderten: Bilder</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Both changed the weight</source>
        <translation>Beide änderten: Gewicht</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Both changed the size</source>
        <translation>Beide änderten: Maße</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Both sides changed it</source>
        <translation>Beide Seiten änderten es</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>POS values are put back</source>
        <translation>Zurück auf POS-Werte</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>POS name is put back</source>
        <translation>Zurück auf POS-Name</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>POS category put back</source>
        <translation>Zurück auf POS-Kategorie</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>POS text is put back</source>
        <translation>Zurück auf POS-Text</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>POS brand is put back</source>
        <translation>Zurück auf POS-Marke</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>POS SKU is put back</source>
        <translation>Zurück auf POS-Nummer</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>POS barcode is put back</source>
        <translation>Zurück auf POS-Barcode</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>POS variants put back</source>
        <translation>Zurück: POS-Varianten</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>POS price is put back</source>
        <translation>Zurück auf POS-Preis</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>POS pictures put back</source>
        <translation>Zurück auf POS-Bilder</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>POS weight is put back</source>
        <translation>Zurück auf POS-Gewicht</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>POS size is put back</source>
        <translation>Zurück auf POS-Maße</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>POS value is put back</source>
        <translation>Zurück auf POS-Wert</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Deleted in POS</source>
        <translation>Im POS gelöscht</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Removed on {day}</source>
        <translation>Wird entfernt: {day}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Your online edit is kept</source>
        <translation>Onlineänderung bleibt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>You ticked it</source>
        <translation>Von Ihnen angehakt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>New in POS</source>
        <translation>Neu im POS</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>You keep it off</source>
        <translation>Von Ihnen abgewählt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Inactive, will be hidden</source>
        <translation>Inaktiv: ausblenden</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Off sale, will be hidden</source>
        <translation>Abgewählt: ausblenden</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Will be shown online</source>
        <translation>Wird online gezeigt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Inactive in POS</source>
        <translation>Inaktiv im POS</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Open it to see why</source>
        <translation>Öffnen zeigt, warum</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>No name in POS</source>
        <translation>Kein Name im POS</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Plan has no variations</source>
        <translation>Tarif ohne Varianten</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>A variant has no options</source>
        <translation>Variante ohne Optionen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Two variants are alike</source>
        <translation>Zwei gleiche Varianten</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>No SKU in POS</source>
        <translation>Keine Artikelnr. im POS</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Two variants, one SKU</source>
        <translation>Artikelnr. in 2 Varianten</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>SKU used twice in POS</source>
        <translation>Artikelnr. 2-mal im POS</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>SKU is linked already</source>
        <translation>Artikelnr. schon vergeben</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Another has its SKU</source>
        <translation>Artikelnr. hat ein anderes</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>SKU used twice online</source>
        <translation>Artikelnr. 2-mal online</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Matches several in POS</source>
        <translation>Passt mehrfach im POS</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Variants on one side</source>
        <translation>Varianten nur einseitig</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Variants do not match</source>
        <translation>Varianten passen nicht</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Variation exists online</source>
        <translation>Variante schon online</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Missing in the POS list</source>
        <translation>Fehlt in der POS-Liste</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>No price in POS</source>
        <translation>Kein Preis im POS</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Shown again online</source>
        <translation>Online wieder sichtbar</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>A picture is too large</source>
        <translation>Ein Bild ist zu groß</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>A picture is unusable</source>
        <translation>Ein Bild ist unbrauchbar</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>A picture is missing</source>
        <translation>Ein Bild fehlt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>A picture is locked</source>
        <translation>Ein Bild ist gesperrt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>A picture did not come</source>
        <translation>Ein Bild kam nicht an</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Your plan is full</source>
        <translation>Ihr Tarif ist ausgeschöpft</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>The token may not do it</source>
        <translation>Token darf das nicht</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Its category is missing</source>
        <translation>Kategorie fehlt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Gone online meanwhile</source>
        <translation>Online inzwischen weg</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>No answer in time</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>The line broke off</source>
        <translation>Verbindung brach ab</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>An answer was lost</source>
        <translation>Antwort ging verloren</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Store is out of order</source>
        <translation>Shop ist gestört</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Store is too busy</source>
        <translation>Shop ist überlastet</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>The store refused it</source>
        <translation>Vom Shop abgelehnt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Store kept old values</source>
        <translation>Shop behielt alte Werte</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>A value is not readable</source>
        <translation>Ein Wert ist unlesbar</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>{sold} of %n variant(s) sold online</source>
        <translation>
            <numerusform>{sold} von %n Variante online</numerusform>
            <numerusform>{sold} von %n Varianten online</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n Variante</numerusform>
            <numerusform>%n Varianten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Sell online: not to choose here</source>
        <translation>Online verkaufen: hier nicht wählbar</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Sell online: some variants</source>
        <translation>Online verkaufen: einige Varianten</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Sell online, as in POS: yes</source>
        <translation>Online verkaufen, wie im POS: ja</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>As in POS: no</source>
        <translation>Wie im POS: nein</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Sell online, by hand: yes</source>
        <translation>Online verkaufen, von Hand: ja</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>By hand: kept off</source>
        <translation>Von Hand: nicht online verkaufen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>{tick}, waits for the next sync</source>
        <translation>{tick}, wartet auf den nächsten Abgleich</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Shown online: {now}, becomes {then}</source>
        <translation>Online sichtbar: {now}, wird {then}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Shown online: {state}</source>
        <translation>Online sichtbar: {state}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>Active in POS: {state}</source>
        <translation>Aktiv im POS: {state}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>{status}: {reason}</source>
        <translation>{status}: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>variant of {name}</source>
        <translation>Variante von {name}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>family, open, {count}</source>
        <translation>Familie, aufgeklappt, {count}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>family, closed, {count}</source>
        <translation>Familie, zugeklappt, {count}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>{variant}: {said}</source>
        <translation>{variant}: {said}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>{side} {value}, becomes {then}</source>
        <translation>{side} {value}, wird {then}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>{side} {value}, goes online</source>
        <translation>{side} {value}, geht online</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>{side} {value}, stays</source>
        <translation>{side} {value}, bleibt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>{side} {value}, does not go online</source>
        <translation>{side} {value}, geht nicht online</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>{side} {value}, nothing to compare it with</source>
        <translation>{side} {value}, ohne Vergleich</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_catalogue.py"/>
        <source>{side} {value}</source>
        <translation>{side} {value}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_engine.py"/>
        <source>“{words}”</source>
        <translation>„{words}“</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>visibility</source>
        <translation>Sichtbarkeit</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>tax included</source>
        <translation>mit Steuer</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>without tax</source>
        <translation>ohne Steuer</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>inactive in the POS</source>
        <translation>inaktiv im POS</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>you keep it off</source>
        <translation>von Ihnen abgewählt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>not sold there</source>
        <translation>dort nicht verkauft</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_fields.py"/>
        <source>%n variant(s), each its own</source>
        <translation>
            <numerusform>%n Variante mit eigenem Wert</numerusform>
            <numerusform>%n Varianten, je eigener Wert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_fields.py"/>
        <source>in %n variant(s)</source>
        <translation>
            <numerusform>in %n Variante</numerusform>
            <numerusform>in %n Varianten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_fields.py"/>
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>ct</source>
        <translation>ct</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>g</source>
        <translation>g</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>oz</source>
        <translation>oz</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>lb</source>
        <translation>lb</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>kg</source>
        <translation>kg</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>cm</source>
        <translation>cm</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>in</source>
        <translation>Zoll</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>yd</source>
        <translation>yd</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_fields.py"/>
        <source>the same, and %n more</source>
        <translation>
            <numerusform>ebenso, und %n mehr</numerusform>
            <numerusform>ebenso, und %n mehr</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_fields.py"/>
        <source>the same in %n variant(s)</source>
        <translation>
            <numerusform>ebenso in %n Variante</numerusform>
            <numerusform>ebenso in %n Varianten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>the same</source>
        <translation>ebenso</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>not known in the POS</source>
        <translation>im POS nicht bekannt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>differs; Counterpart only compares</source>
        <translation>weicht ab; Counterpart vergleicht nur</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>waits with the product</source>
        <translation>wartet mit dem Produkt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>added online at the next sync</source>
        <translation>kommt beim nächsten Abgleich online dazu</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>deleted in the POS; removed online at the next sync</source>
        <translation>im POS gelöscht; wird beim nächsten Abgleich online entfernt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>stands only online; left alone</source>
        <translation>steht nur online; bleibt unberührt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>inactive in the POS; not added online</source>
        <translation>inaktiv im POS; kommt nicht online dazu</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>has no SKU in the POS; not added online</source>
        <translation>ohne Artikelnummer im POS; kommt nicht online dazu</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>same words, other formatting; goes online at the next sync</source>
        <translation>gleicher Text, andere Formatierung; geht beim nächsten Abgleich online</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>other pictures; they go online at the next sync</source>
        <translation>andere Bilder; gehen beim nächsten Abgleich online</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>the lowest of its variants; goes online at the next sync</source>
        <translation>der niedrigste seiner Varianten; geht beim nächsten Abgleich online</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>goes online at the next sync</source>
        <translation>geht beim nächsten Abgleich online</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>added online; stays until the POS’s pictures change</source>
        <translation>online hinzugefügt; bleibt, bis sich die POS-Bilder ändern</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>kept when the two were linked, until the POS changes</source>
        <translation>beim Verknüpfen behalten, bis sich das POS ändert</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>kept until the POS changes, as you set for all products</source>
        <translation>bleibt, bis sich das POS ändert, wie für alle eingestellt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>kept until the POS changes</source>
        <translation>bleibt, bis sich das POS ändert</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>the shop keeps none for what is not shipped</source>
        <translation>der Shop führt keines für nicht Versendetes</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>the shop’s answer could not be read; left as it is</source>
        <translation>Antwort des Shops nicht lesbar; bleibt, wie es ist</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>not known in the POS; left as it is online</source>
        <translation>im POS nicht bekannt; bleibt online, wie es ist</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_fields.py"/>
        <source>blank in the POS in %n variant(s); what is online stays</source>
        <translation>
            <numerusform>im POS leer in %n Variante; online bleibt alles</numerusform>
            <numerusform>im POS leer in %n Varianten; online bleibt alles</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>blank in the POS; what is online stays</source>
        <translation>im POS leer; online bleibt alles</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>were online first; they stay until the POS’s change</source>
        <translation>waren zuerst online; bleiben, bis sich die des POS ändern</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>settled like this; stays until the POS changes</source>
        <translation>so geregelt; bleibt, bis sich das POS ändert</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>edited online; put back at the next sync</source>
        <translation>online geändert; wird beim nächsten Abgleich zurückgesetzt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>both changed; POS wins at the next sync</source>
        <translation>beide geändert; beim nächsten Abgleich gilt das POS</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>switched off in the settings; not compared</source>
        <translation>in den Einstellungen aus; nicht verglichen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>held for online orders</source>
        <translation>für Onlinebestellungen reserviert</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>Counterpart only compares; nothing of this is sent.</source>
        <translation>Counterpart vergleicht nur; nichts davon wird gesendet.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>All of this goes online at the next sync.</source>
        <translation>All das geht beim nächsten Abgleich online.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>All of this is removed online.</source>
        <translation>All das wird online entfernt.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>Not compared while it is not sold online.</source>
        <translation>Kein Vergleich, solange es nicht online verkauft wird.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>Not compared while it is inactive in the POS.</source>
        <translation>Kein Vergleich, solange es im POS inaktiv ist.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>Not compared until it is mended.</source>
        <translation>Kein Vergleich, bis es geklärt ist.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_fields.py"/>
        <source>Nothing of this is in the POS.</source>
        <translation>Nichts davon steht im POS.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_forgetting.py"/>
        <source>Forget everything</source>
        <translation>Alles vergessen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_forgetting.py"/>
        <source>Takes both tokens out of the keyring. Removes from this computer what was read of both stores, your ticks, choices and settings, the history, pictures and logs.</source>
        <translation>Nimmt beide Token aus dem Schlüsselbund. Entfernt von diesem Computer, was von beiden Seiten gelesen wurde, Ihre Haken, Ihre Auswahl und Ihre Einstellungen, den Verlauf, Bilder und Protokolle.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_forgetting.py"/>
        <source>Neither store is changed. Files that you exported stay, and so does how the window looks.</source>
        <translation>Auf keiner Seite ändert sich etwas. Exportierte Dateien bleiben, ebenso Aussehen und Sprache des Fensters.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_forgetting.py"/>
        <source>A sync is running. Stop it, or wait until it has finished.</source>
        <translation>Ein Abgleich läuft. Halten Sie ihn an oder warten Sie, bis er fertig ist.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_forgetting.py"/>
        <source>Forget everything that is known of %n product(s)?</source>
        <translation>
            <numerusform>Alles vergessen, was über %n Produkt bekannt ist?</numerusform>
            <numerusform>Alles vergessen, was über %n Produkte bekannt ist?</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_forgetting.py"/>
        <source>Tokens, choices, settings and history go as well; none of it comes back. Neither store is changed: what is online stays online. Files that you exported stay.</source>
        <translation>Auch Token, Auswahl, Einstellungen und Verlauf gehen; nichts davon kommt zurück. Auf keiner Seite ändert sich etwas: Was online ist, bleibt online. Dateien, die Sie exportiert haben, bleiben.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_forgetting.py"/>
        <source>Tokens, choices, settings and history of your own stores go as well as the sample stores; none of it comes back. Neither store is changed. Files that you exported stay.</source>
        <translation>Mit dem Beispielshop gehen auch Token, Auswahl, Einstellungen und Verlauf Ihres eigenen POS und Onlineshops; nichts davon kommt zurück. Auf keiner Seite ändert sich etwas. Exportierte Dateien bleiben.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_forgetting.py"/>
        <source>Forget everything, your own stores too?</source>
        <translation>Alles vergessen, auch POS und Onlineshop?</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_forgetting.py"/>
        <source>Everything is forgotten</source>
        <translation>Alles ist vergessen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_forgetting.py"/>
        <source>Nothing of your stores is left on this computer. Neither store was changed.</source>
        <translation>Auf diesem Computer ist nichts mehr von POS und Onlineshop. Auf keiner Seite hat sich etwas geändert.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_forgetting.py"/>
        <source>%n more {thing|things} like these stayed.</source>
        <translation>
            <numerusform>%n weitere Sache dieser Art blieb.</numerusform>
            <numerusform>%n weitere Sachen dieser Art blieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_forgetting.py"/>
        <source>Forgotten, but %n {thing|things} stayed on this computer</source>
        <translation>
            <numerusform>Vergessen, aber %n Sache blieb auf diesem Computer</numerusform>
            <numerusform>Vergessen, aber %n Sachen blieben auf diesem Computer</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_forgetting.py"/>
        <source>A damaged settings file no longer said which stores were connected. Look in the keyring’s own program for entries of “Counterpart”.</source>
        <translation>Eine beschädigte Einstellungsdatei sagte nicht mehr, was verbunden war. Sehen Sie im Programm des Schlüsselbunds nach Einträgen von „Counterpart“.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_forgetting.py"/>
        <source>{name} is set as an environment variable of this computer. Remove it there, or ask who set up this computer.</source>
        <translation>{name} ist als Umgebungsvariable gesetzt. Entfernen Sie sie, oder fragen Sie, wer diesen Computer eingerichtet hat.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_forgetting.py"/>
        <source>A token stayed in the keyring: {reason} Remove “{name}” under “Counterpart” in the keyring’s own program.</source>
        <translation>Ein Token blieb im Schlüsselbund: {reason} Entfernen Sie „{name}“ unter „Counterpart“ im Programm des Schlüsselbunds.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_forgetting.py"/>
        <source>{name} can’t be removed: {reason}. Close Counterpart everywhere, then delete it.</source>
        <translation>{name} lässt sich nicht entfernen: {reason}. Schließen Sie Counterpart überall und löschen Sie es dann.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Found {shop}</source>
        <translation>{shop} gefunden</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Found {shop}, but the token may not read enough</source>
        <translation>{shop} gefunden, aber das Token darf nicht genug lesen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Found {shop}, but the token may not do enough</source>
        <translation>{shop} gefunden, aber das Token darf nicht genug</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_found.py"/>
        <source>%n outlet(s)</source>
        <translation>
            <numerusform>%n Filiale</numerusform>
            <numerusform>%n Filialen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_found.py"/>
        <source>%n register(s)</source>
        <translation>
            <numerusform>%n Kasse</numerusform>
            <numerusform>%n Kassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_found.py"/>
        <source>%n {category|categories}</source>
        <translation>
            <numerusform>%n Kategorie</numerusform>
            <numerusform>%n Kategorien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_found.py"/>
        <source>%n variation(s)</source>
        <translation>
            <numerusform>%n Variante</numerusform>
            <numerusform>%n Varianten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_found.py"/>
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n Bestellung</numerusform>
            <numerusform>%n Bestellungen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Prices in {currency}</source>
        <translation>Preise in {currency}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Prices in {currency}, tax included</source>
        <translation>Preise in {currency}, mit Steuer</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Prices in {currency}, without tax</source>
        <translation>Preise in {currency}, ohne Steuer</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Answers in {time}</source>
        <translation>Antwortet in {time}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>{permission}: not allowed ({name})</source>
        <translation>{permission}: nicht erlaubt ({name})</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Without it, any drop of online stock is taken for an open order.</source>
        <translation>Ohne das gilt jeder Rückgang des Onlinebestands als offene Bestellung.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Counterpart works without it.</source>
        <translation>Counterpart kommt ohne aus.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Make a token in the POS that may do all of this. Paste it above and test again.</source>
        <translation>Erstellen Sie im POS ein Token, das all das darf. Fügen Sie es oben ein und testen Sie erneut.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Give your custom app this access, or ask the store’s support to. Then test again; a new token goes in above.</source>
        <translation>Geben Sie Ihrer eigenen App diesen Zugriff oder bitten Sie den Support des Shops darum. Testen Sie dann erneut; ein neues Token kommt oben hinein.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Read products and categories</source>
        <translation>Produkte und Kategorien lesen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Read stock</source>
        <translation>Bestand lesen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Read outlets</source>
        <translation>Filialen lesen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Read registers</source>
        <translation>Kassen lesen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Read the shop’s name and currency</source>
        <translation>Name und Währung des Geschäfts lesen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Read the shop’s settings</source>
        <translation>Einstellungen des Geschäfts lesen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Read the store’s settings</source>
        <translation>Einstellungen des Shops lesen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Change and delete products</source>
        <translation>Produkte ändern und löschen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Create products and categories</source>
        <translation>Produkte und Kategorien anlegen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Read orders</source>
        <translation>Bestellungen lesen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>This cannot be used as it is</source>
        <translation>So lässt sich das nicht verwenden</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Your tokens stay in the fields above; nothing was saved yet.</source>
        <translation>Ihre Token bleiben oben in den Feldern; noch wurde nichts gespeichert.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Tokens are kept there. Unlock it with your computer password, then try again.</source>
        <translation>Dort liegen die Token. Entsperren Sie ihn mit Ihrem Computerpasswort und wiederholen Sie es.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Copy it once more, the whole of it. It works only in the shop that made it, so look at the shop address too.</source>
        <translation>Kopieren Sie es noch einmal ganz. Es gilt nur in dem Geschäft, das es erstellt hat; sehen Sie auch die Adresse an.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Copy it once more, the whole of it. It works only with its own store, so look at the store number too.</source>
        <translation>Kopieren Sie es noch einmal ganz. Es gilt nur für seinen eigenen Shop; sehen Sie auch die Shopnummer an.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>No POS answered at this address</source>
        <translation>Unter dieser Adresse antwortete kein POS</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Check the shop address above: it is the first part of what the browser shows. A sign-in page of your network may also stand in between.</source>
        <translation>Prüfen Sie oben die Adresse: Sie ist der erste Teil dessen, was der Browser zeigt. Auch eine Anmeldeseite Ihres Netzes kann dazwischenstehen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>No online store answered to this number</source>
        <translation>Auf diese Nummer antwortete kein Onlineshop</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>Check the store number above. A sign-in page of your network may also stand in between.</source>
        <translation>Prüfen Sie oben die Shopnummer. Auch eine Anmeldeseite Ihres Netzes kann dazwischenstehen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>This computer has no token for it any more. Nothing was lost; paste one.</source>
        <translation>Dieser Computer hat kein Token mehr dafür. Nichts ging verloren; fügen Sie eines ein.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>The POS refused the token. Nothing was lost; make a new one and paste it here.</source>
        <translation>Das POS lehnte das Token ab. Nichts ging verloren; erstellen Sie ein neues und fügen Sie es hier ein.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_found.py"/>
        <source>The online store refused the token. Nothing was lost; make a new one and paste it here.</source>
        <translation>Der Onlineshop lehnte das Token ab. Nichts ging verloren; erstellen Sie ein neues und fügen Sie es hier ein.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n {price|prices} would move by more than half</source>
        <translation>
            <numerusform>%n Preis würde sich um mehr als die Hälfte ändern</numerusform>
            <numerusform>%n Preise würden sich um mehr als die Hälfte ändern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n {price|prices} would move by more than {share}</source>
        <translation>
            <numerusform>%n Preis würde sich um mehr als {share} ändern</numerusform>
            <numerusform>%n Preise würden sich um mehr als {share} ändern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n {product|products} would be removed online</source>
        <translation>
            <numerusform>%n Produkt würde online entfernt</numerusform>
            <numerusform>%n Produkte würden online entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n {product|products} would be hidden online</source>
        <translation>
            <numerusform>%n Produkt würde online ausgeblendet</numerusform>
            <numerusform>%n Produkte würden online ausgeblendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n {product|products} would be sold out online</source>
        <translation>
            <numerusform>%n Produkt wäre online ausverkauft</numerusform>
            <numerusform>%n Produkte wären online ausverkauft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n {product|products} would become visible online</source>
        <translation>
            <numerusform>%n Produkt würde online sichtbar</numerusform>
            <numerusform>%n Produkte würden online sichtbar</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_guard.py"/>
        <source>That is {share} of what you sell online.</source>
        <translation>Das sind {share} Ihres Onlineangebots.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_guard.py"/>
        <source>The first ones: {examples}.</source>
        <translation>Die ersten: {examples}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_guard.py"/>
        <source>It is {examples}.</source>
        <translation>Es ist {examples}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_guard.py"/>
        <source>{name} {before} → {after}</source>
        <translation>{name} {before} → {after}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_guard.py"/>
        <source>It looks like lost decimal points in the POS.</source>
        <translation>Es sieht nach fehlendem Dezimalkomma im POS aus.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_guard.py"/>
        <source>It looks like decimal points two places too far left in the POS.</source>
        <translation>Es sieht aus, als stünde das Dezimalkomma im POS zwei Stellen zu weit links.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>Leave {this one|these %n} out</source>
        <translation>
            <numerusform>Dieses auslassen</numerusform>
            <numerusform>Diese %n auslassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>Show {it|all %n}</source>
        <translation>
            <numerusform>Zeigen</numerusform>
            <numerusform>Alle %n zeigen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_guard.py"/>
        <source>The prices are right, include them</source>
        <translation>Die Preise stimmen, mitsenden</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_guard.py"/>
        <source>They can go, include them</source>
        <translation>Sie können weg, mitsenden</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_guard.py"/>
        <source>They can be hidden, include them</source>
        <translation>Ausblenden ist richtig, mitsenden</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_guard.py"/>
        <source>They are sold out, include them</source>
        <translation>Sie sind ausverkauft, mitsenden</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_guard.py"/>
        <source>They can be seen, include them</source>
        <translation>Sie dürfen sichtbar sein, mitsenden</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n large price {move is|moves are} left out</source>
        <translation>
            <numerusform>%n großer Preissprung ist ausgelassen</numerusform>
            <numerusform>%n große Preissprünge sind ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n {removal is|removals are} left out</source>
        <translation>
            <numerusform>%n Entfernung ist ausgelassen</numerusform>
            <numerusform>%n Entfernungen sind ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n {product stays|products stay} visible</source>
        <translation>
            <numerusform>%n Produkt bleibt sichtbar</numerusform>
            <numerusform>%n Produkte bleiben sichtbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n sold out {product is|products are} left out</source>
        <translation>
            <numerusform>%n ausverkauftes Produkt ist ausgelassen</numerusform>
            <numerusform>%n ausverkaufte Produkte sind ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n {product stays|products stay} hidden</source>
        <translation>
            <numerusform>%n Produkt bleibt ausgeblendet</numerusform>
            <numerusform>%n Produkte bleiben ausgeblendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n large price {move is|moves are} included</source>
        <translation>
            <numerusform>%n großer Preissprung geht mit</numerusform>
            <numerusform>%n große Preissprünge gehen mit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n {removal is|removals are} included</source>
        <translation>
            <numerusform>%n Entfernung geht mit</numerusform>
            <numerusform>%n Entfernungen gehen mit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n {product is|products are} hidden</source>
        <translation>
            <numerusform>%n Produkt wird ausgeblendet</numerusform>
            <numerusform>%n Produkte werden ausgeblendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n sold out {product is|products are} included</source>
        <translation>
            <numerusform>%n ausverkauftes Produkt geht mit</numerusform>
            <numerusform>%n ausverkaufte Produkte gehen mit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n {product is|products are} shown</source>
        <translation>
            <numerusform>%n Produkt wird sichtbar</numerusform>
            <numerusform>%n Produkte werden sichtbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>{field}: %n written online {stays|stay}</source>
        <translation>
            <numerusform>{field}: %n Onlinewert bleibt</numerusform>
            <numerusform>{field}: %n Onlinewerte bleiben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>{field}: %n written online would be replaced</source>
        <translation>
            <numerusform>{field}: %n Onlinewert würde ersetzt</numerusform>
            <numerusform>{field}: %n Onlinewerte würden ersetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n name(s) written online would be replaced</source>
        <translation>
            <numerusform>%n Onlinename würde ersetzt</numerusform>
            <numerusform>%n Onlinenamen würden ersetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n product(s) would get the POS category as well</source>
        <translation>
            <numerusform>%n Produkt bekäme zusätzlich die POS-Kategorie</numerusform>
            <numerusform>%n Produkte bekämen zusätzlich die POS-Kategorie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n description(s) written online would be replaced</source>
        <translation>
            <numerusform>%n Onlinebeschreibung würde ersetzt</numerusform>
            <numerusform>%n Onlinebeschreibungen würden ersetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n brand(s) written online would be replaced</source>
        <translation>
            <numerusform>%n Onlinemarke würde ersetzt</numerusform>
            <numerusform>%n Onlinemarken würden ersetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n barcode(s) written online would be replaced</source>
        <translation>
            <numerusform>%n Onlinebarcode würde ersetzt</numerusform>
            <numerusform>%n Onlinebarcodes würden ersetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n price(s) set online would be replaced</source>
        <translation>
            <numerusform>%n Onlinepreis würde ersetzt</numerusform>
            <numerusform>%n Onlinepreise würden ersetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>The pictures of %n product(s) would be replaced</source>
        <translation>
            <numerusform>Die Bilder von %n Produkt würden ersetzt</numerusform>
            <numerusform>Die Bilder von %n Produkten würden ersetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n weight(s) set online would be replaced</source>
        <translation>
            <numerusform>%n Onlinegewicht würde ersetzt</numerusform>
            <numerusform>%n Onlinegewichte würden ersetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n size(s) set online would be replaced</source>
        <translation>
            <numerusform>%n Onlinemaß würde ersetzt</numerusform>
            <numerusform>%n Onlinemaße würden ersetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n {name written online stays|names written online stay}</source>
        <translation>
            <numerusform>%n Onlinename bleibt</numerusform>
            <numerusform>%n Onlinenamen bleiben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n {product keeps its|products keep their} categories</source>
        <translation>
            <numerusform>%n Produkt behält seine Kategorien</numerusform>
            <numerusform>%n Produkte behalten ihre Kategorien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n {description written online stays|descriptions written online stay}</source>
        <translation>
            <numerusform>%n Onlinebeschreibung bleibt</numerusform>
            <numerusform>%n Onlinebeschreibungen bleiben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n {brand written online stays|brands written online stay}</source>
        <translation>
            <numerusform>%n Onlinemarke bleibt</numerusform>
            <numerusform>%n Onlinemarken bleiben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n {barcode written online stays|barcodes written online stay}</source>
        <translation>
            <numerusform>%n Onlinebarcode bleibt</numerusform>
            <numerusform>%n Onlinebarcodes bleiben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n {price set online stays|prices set online stay}</source>
        <translation>
            <numerusform>%n Onlinepreis bleibt</numerusform>
            <numerusform>%n Onlinepreise bleiben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n {product keeps its|products keep their} pictures</source>
        <translation>
            <numerusform>%n Produkt behält seine Bilder</numerusform>
            <numerusform>%n Produkte behalten ihre Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n {weight set online stays|weights set online stay}</source>
        <translation>
            <numerusform>%n Onlinegewicht bleibt</numerusform>
            <numerusform>%n Onlinegewichte bleiben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_guard.py"/>
        <source>%n {size set online stays|sizes set online stay}</source>
        <translation>
            <numerusform>%n Onlinemaß bleibt</numerusform>
            <numerusform>%n Onlinemaße bleiben</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_guard.py"/>
        <source>Keep the link that already writes to it, and use Counterpart to check. Or disconnect that link, decide how online orders reach the POS, and switch to sync.</source>
        <translation>Behalten Sie die Anbindung, die schon dorthin schreibt, und nutzen Sie Counterpart zum Prüfen. Oder trennen Sie sie, entscheiden Sie, wie Onlinebestellungen ins POS kommen, und stellen Sie auf Abgleich um.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_guard.py"/>
        <source>Another Counterpart made products here, or this one with records it has lost. They are linked again. Switch to sync if no other Counterpart writes to this store.</source>
        <translation>Ein anderes Counterpart hat hier Produkte angelegt, oder dieses mit verlorenen Aufzeichnungen. Sie sind wieder verknüpft. Stellen Sie auf Abgleich um, wenn kein anderes Counterpart in diesen Shop schreibt.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_guard.py"/>
        <source>It was set to only check in Settings. Switch to sync to send changes.</source>
        <translation>In den Einstellungen steht „Nur prüfen“. Stellen Sie auf Abgleich um, um Änderungen zu senden.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>{day} {clock}</source>
        <translation>{day} {clock}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>Started by you</source>
        <translation>Von Ihnen begonnen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>Started by the schedule</source>
        <translation>Vom Zeitplan begonnen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>Started by a command</source>
        <translation>Von einem Befehl begonnen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>Started earlier</source>
        <translation>Früher begonnen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>Could not go on</source>
        <translation>Konnte nicht weiter</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>Stopped: it waits for your answer</source>
        <translation>Angehalten: wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>Compared only, nothing was sent</source>
        <translation>Nur verglichen, nichts gesendet</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_history.py"/>
        <source>Stopped after %n product(s)</source>
        <translation>
            <numerusform>Angehalten nach %n Produkt</numerusform>
            <numerusform>Angehalten nach %n Produkten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_history.py"/>
        <source>%n product(s) changed</source>
        <translation>
            <numerusform>%n Produkt geändert</numerusform>
            <numerusform>%n Produkte geändert</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>Nothing to change</source>
        <translation>Nichts zu ändern</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>{done}, {failed} failed</source>
        <translation>{done}, {failed} fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>{text} · undone</source>
        <translation>{text} · rückgängig gemacht</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>{moment}. {result}. {facts}</source>
        <translation>{moment}. {result}. {facts}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_history.py"/>
        <source>%n product(s) failed. Why stands first in the list.</source>
        <translation>
            <numerusform>%n Produkt fehlgeschlagen. Warum, steht oben in der Liste.</numerusform>
            <numerusform>%n Produkte fehlgeschlagen. Warum, steht oben in der Liste.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>Stopped: it waits for your answer. Nothing was sent.</source>
        <translation>Angehalten: wartet auf Ihre Antwort. Nichts wurde gesendet.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_history.py"/>
        <source>%n product(s) changed, read back and right.</source>
        <translation>
            <numerusform>%n Produkt geändert, geprüft und richtig.</numerusform>
            <numerusform>%n Produkte geändert, geprüft und richtig.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_history.py"/>
        <source>%n product(s) put back, read back and right.</source>
        <translation>
            <numerusform>%n Produkt zurückgesetzt, geprüft und richtig.</numerusform>
            <numerusform>%n Produkte zurückgesetzt, geprüft und richtig.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>updated</source>
        <translation>geändert</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>created</source>
        <translation>erstellt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>shown</source>
        <translation>sichtbar</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>hidden</source>
        <translation>ausgeblendet</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>{day}: {updated} updated, {made} created or removed</source>
        <translation>{day}: {updated} aktualisiert, {made} erstellt oder entfernt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>{day}: no sync</source>
        <translation>{day}: kein Abgleich</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>{day}: {span}</source>
        <translation>{day}: {span}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_history.py"/>
        <source>%n product(s) failed</source>
        <translation>
            <numerusform>%n Produkt fehlgeschlagen</numerusform>
            <numerusform>%n Produkte fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>{day}: {failed}</source>
        <translation>{day}: {failed}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_history.py"/>
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n Anfrage</numerusform>
            <numerusform>%n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>{by} · took {span} · {cost}</source>
        <translation>{by} · Dauer {span} · {cost}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>{variant}: {field}</source>
        <translation>{variant}: {field}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>{field} {before} → {after}</source>
        <translation>{field} {before} → {after}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>Comes back online under a new number, without stock</source>
        <translation>Kommt unter neuer Nummer online zurück, ohne Bestand</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>Is removed online and switched off</source>
        <translation>Wird online entfernt und abgewählt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>Is hidden online and switched off</source>
        <translation>Wird online ausgeblendet und abgewählt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>Is shown online and switched on</source>
        <translation>Wird online sichtbar und angehakt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>Goes back online</source>
        <translation>Geht online zurück</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>Created online</source>
        <translation>Online erstellt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>Removed online</source>
        <translation>Online entfernt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>Hidden online</source>
        <translation>Online ausgeblendet</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>Updated online</source>
        <translation>Online aktualisiert</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>{field}: {reason}</source>
        <translation>{field}: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>It changed online since, so it stays.</source>
        <translation>Es hat sich online seither geändert und bleibt.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>It was edited online since, so it stays.</source>
        <translation>Es wurde online seither bearbeitet und bleibt.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>It follows the POS; the next sync would change it again.</source>
        <translation>Es folgt dem POS; der nächste Abgleich würde es wieder ändern.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>It is no longer online.</source>
        <translation>Es ist nicht mehr online.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>It is inactive in the POS, so it stays hidden.</source>
        <translation>Es ist im POS inaktiv und bleibt ausgeblendet.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>It was ordered online since, so it stays.</source>
        <translation>Es wurde seither online bestellt und bleibt.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>The online store no longer keeps a picture, so they stay.</source>
        <translation>Der Onlineshop hat ein Bild nicht mehr, darum bleiben sie.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>It was deleted in the POS, so it stays hidden.</source>
        <translation>Es wurde im POS gelöscht und bleibt ausgeblendet.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>Another product online has its SKU by now.</source>
        <translation>Ein anderes Produkt online hat inzwischen seine Artikelnummer.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>Each sync works it out anew.</source>
        <translation>Jeder Abgleich berechnet ihn neu.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>It is not known what was there before.</source>
        <translation>Es ist nicht bekannt, was vorher da war.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>Undo {field} of {product} (sync: {moment})</source>
        <translation>{field} von {product} rückgängig (Abgleich: {moment})</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>Undo {product} (sync: {moment})</source>
        <translation>{product} rückgängig (Abgleich: {moment})</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>Undo a sync: {moment}</source>
        <translation>Abgleich rückgängig: {moment}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_history.py"/>
        <source>Nothing of it can be put back.</source>
        <translation>Nichts davon lässt sich zurücksetzen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_history.py"/>
        <source>%n product(s) {goes|go} back to what {it|they} had online.</source>
        <translation>
            <numerusform>%n Produkt geht auf seinen früheren Onlinestand zurück.</numerusform>
            <numerusform>%n Produkte gehen auf ihren früheren Onlinestand zurück.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_history.py"/>
        <source>%n {comes|come} back with a new number; old links stop working.</source>
        <translation>
            <numerusform>%n kommt mit neuer Nummer zurück; alte Links enden.</numerusform>
            <numerusform>%n kommen mit neuer Nummer zurück; alte Links enden.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_log.py"/>
        <source>Sending</source>
        <translation>Senden</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_log.py"/>
        <source>Waited</source>
        <translation>Gewartet</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_log.py"/>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_log.py"/>
        <source>Online store</source>
        <translation>Onlineshop</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_log.py"/>
        <source>It asked for {span} of patience; went on by itself</source>
        <translation>Bat um {span} Geduld; ging von selbst weiter</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_log.py"/>
        <source>{what}, read back and right</source>
        <translation>{what}, geprüft und richtig</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_log.py"/>
        <source>Creating it online</source>
        <translation>Wird online erstellt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_log.py"/>
        <source>Removing it online</source>
        <translation>Wird online entfernt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_log.py"/>
        <source>Hiding it online</source>
        <translation>Wird online ausgeblendet</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_log.py"/>
        <source>Showing it online</source>
        <translation>Wird online eingeblendet</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_log.py"/>
        <source>Sending what changed</source>
        <translation>Änderungen werden gesendet</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_log.py"/>
        <source>Created with %n picture(s)</source>
        <translation>
            <numerusform>Mit %n Bild erstellt</numerusform>
            <numerusform>Mit %n Bildern erstellt</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_log.py"/>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_log.py"/>
        <source>Brought into step</source>
        <translation>Auf gleichen Stand gebracht</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_log.py"/>
        <source>Removed from the online store</source>
        <translation>Aus dem Onlineshop entfernt</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_log.py"/>
        <source>%n more change(s)</source>
        <translation>
            <numerusform>%n weitere Änderung</numerusform>
            <numerusform>%n weitere Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_log.py"/>
        <source>shown online</source>
        <translation>online eingeblendet</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_log.py"/>
        <source>hidden online</source>
        <translation>online ausgeblendet</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_log.py"/>
        <source>{field} of {variant}</source>
        <translation>{field} von {variant}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>Takes the online orders, so it always counts. Pick another register to leave it out.</source>
        <translation>Nimmt die Onlinebestellungen an und zählt darum immer. Wählen Sie eine andere Kasse, um sie auszulassen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>Will count from the next sync</source>
        <translation>Zählt ab dem nächsten Abgleich</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>Will no longer count from the next sync</source>
        <translation>Zählt ab dem nächsten Abgleich nicht mehr</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>%n product(s) {is|are} below zero here</source>
        <translation>
            <numerusform>%n Produkt liegt hier unter null</numerusform>
            <numerusform>%n Produkte liegen hier unter null</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>Read {time}</source>
        <translation>Gelesen {time}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>No register</source>
        <translation>Keine Kasse</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>{register}, {outlet}</source>
        <translation>{register}, {outlet}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>{outlet}, counts, cannot be unticked</source>
        <translation>{outlet}, zählt, Haken lässt sich nicht entfernen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>{outlet}, counts</source>
        <translation>{outlet}, zählt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>{outlet}, does not count</source>
        <translation>{outlet}, zählt nicht</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>Another register, %n outlet(s) changed</source>
        <translation>
            <numerusform>Andere Kasse, %n Filiale geändert</numerusform>
            <numerusform>Andere Kasse, %n Filialen geändert</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>Another register</source>
        <translation>Andere Kasse</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>Outlets: {added} added, {removed} left out</source>
        <translation>Filialen: {added} dazu, {removed} ausgelassen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>%n outlet(s) left out</source>
        <translation>
            <numerusform>%n Filiale ausgelassen</numerusform>
            <numerusform>%n Filialen ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>%n outlet(s) added</source>
        <translation>
            <numerusform>%n Filiale dazu</numerusform>
            <numerusform>%n Filialen dazu</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>Working out what changes online…</source>
        <translation>Es wird berechnet, was sich online ändert…</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>No product changes stock online</source>
        <translation>Kein Onlinebestand ändert sich</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>%n product(s) {changes|change} online at the next sync</source>
        <translation>
            <numerusform>%n Produkt ändert sich online beim nächsten Abgleich</numerusform>
            <numerusform>%n Produkte ändern sich online beim nächsten Abgleich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>{product changes|products change} stock</source>
        <translation>
            <numerusform>Produkt ändert den Bestand</numerusform>
            <numerusform>Produkte ändern den Bestand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>{comes|come} back in stock</source>
        <translation>
            <numerusform>wieder verfügbar</numerusform>
            <numerusform>wieder verfügbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>{sells|sell} out</source>
        <translation>
            <numerusform>ausverkauft</numerusform>
            <numerusform>ausverkauft</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>No ticked outlet counts “{name}”. Tick one that does, or enter its stock in the POS.</source>
        <translation>Keine angehakte Filiale führt „{name}“. Haken Sie eine an, die es führt, oder tragen Sie den Bestand im POS ein.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>No ticked outlet counts “{name}” and %n more product(s). Tick one that does, or enter their stock in the POS.</source>
        <translation>
            <numerusform>Keine angehakte Filiale führt „{name}“ und %n weiteres Produkt. Haken Sie eine an, die sie führt, oder tragen Sie den Bestand im POS ein.</numerusform>
            <numerusform>Keine angehakte Filiale führt „{name}“ und %n weitere Produkte. Haken Sie eine an, die sie führt, oder tragen Sie den Bestand im POS ein.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_outlets.py"/>
        <source>{name}: online now {before}, then {after}</source>
        <translation>{name}: online jetzt {before}, dann {after}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>Held back: removals</source>
        <translation>Zurückgehalten: Entfernungen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>Held back: products to be hidden</source>
        <translation>Zurückgehalten: Ausblendungen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>Held back: products sold out</source>
        <translation>Zurückgehalten: Ausverkauftes</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>Held back: large price moves</source>
        <translation>Zurückgehalten: große Preissprünge</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>Held back: products to be shown</source>
        <translation>Zurückgehalten: Einblendungen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>Removals</source>
        <translation>Entfernungen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>To be hidden</source>
        <translation>Wird ausgeblendet</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>Sold out</source>
        <translation>Ausverkauft</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>Large price moves</source>
        <translation>Große Preissprünge</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>To be shown</source>
        <translation>Wird eingeblendet</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>Conflicts, POS wins</source>
        <translation>Konflikte, POS gilt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>Put back to POS</source>
        <translation>Zurück auf POS</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>Updated</source>
        <translation>Aktualisiert</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>not sent unless you include them</source>
        <translation>nur gesendet, wenn Sie sie anhaken</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>deleted in POS</source>
        <translation>im POS gelöscht</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>inactive in POS, or not sold online</source>
        <translation>im POS inaktiv oder nicht online verkauft</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>both sides changed the same field</source>
        <translation>beide Seiten änderten dasselbe Feld</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>edited online while POS stayed the same</source>
        <translation>online geändert, im POS gleich geblieben</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>biggest price and stock moves first</source>
        <translation>größte Preis- und Bestandssprünge zuerst</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>hidden online until now</source>
        <translation>bisher online ausgeblendet</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>not online yet</source>
        <translation>noch nicht online</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_preview.py"/>
        <source>none of %n product(s)</source>
        <translation>
            <numerusform>keines von %n Produkt</numerusform>
            <numerusform>keines von %n Produkten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_preview.py"/>
        <source>{ticked} of %n product(s)</source>
        <translation>
            <numerusform>{ticked} von %n Produkt</numerusform>
            <numerusform>{ticked} von %n Produkten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>you left this out; it stays waiting</source>
        <translation>von Ihnen ausgelassen; wartet weiter</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>sold out at all ticked outlets</source>
        <translation>in allen angehakten Filialen ausverkauft</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>back in stock</source>
        <translation>wieder verfügbar</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>inactive in POS</source>
        <translation>inaktiv im POS</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>not sold online in POS</source>
        <translation>im POS nicht online verkauft</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>active and sold online in POS</source>
        <translation>im POS aktiv und online verkauft</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>you ticked it</source>
        <translation>von Ihnen angehakt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>only its formatting changes</source>
        <translation>nur die Formatierung ändert sich</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>other pictures, or another order</source>
        <translation>andere Bilder oder andere Reihenfolge</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>the category is renamed</source>
        <translation>die Kategorie wird umbenannt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>was deleted online</source>
        <translation>wurde online gelöscht</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>not counted</source>
        <translation>nicht gezählt</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_preview.py"/>
        <source>%n in stock</source>
        <translation>
            <numerusform>%n auf Lager</numerusform>
            <numerusform>%n auf Lager</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>{product}, {variant}</source>
        <translation>{product}, {variant}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>{product}, {field}: {before} becomes {after}</source>
        <translation>{product}, {field}: {before} wird {after}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>{sentence}, {remark}</source>
        <translation>{sentence}, {remark}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>{title}, {count}, closed</source>
        <translation>{title}, {count}, zugeklappt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>{title}, {count}, open</source>
        <translation>{title}, {count}, aufgeklappt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_preview.py"/>
        <source>%n product(s) compared at {time}.</source>
        <translation>
            <numerusform>%n Produkt um {time} verglichen.</numerusform>
            <numerusform>%n Produkte um {time} verglichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_preview.py"/>
        <source>%n product(s) compared at {time}. Nothing is sent until you say so.</source>
        <translation>
            <numerusform>%n Produkt um {time} verglichen. Gesendet wird erst, wenn Sie es sagen.</numerusform>
            <numerusform>%n Produkte um {time} verglichen. Gesendet wird erst, wenn Sie es sagen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>POS and online store compared at {time}. Nothing is sent until you say so.</source>
        <translation>POS und Onlineshop um {time} verglichen. Gesendet wird erst, wenn Sie es sagen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>POS and online store compared at {time}.</source>
        <translation>POS und Onlineshop um {time} verglichen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_preview.py"/>
        <source>%n change(s) found</source>
        <translation>
            <numerusform>%n Änderung gefunden</numerusform>
            <numerusform>%n Änderungen gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_preview.py"/>
        <source>{ticked} of %n change(s) ticked</source>
        <translation>
            <numerusform>{ticked} von %n Änderung angehakt</numerusform>
            <numerusform>{ticked} von %n Änderungen angehakt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_preview.py"/>
        <source>about %n request(s)</source>
        <translation>
            <numerusform>etwa %n Anfrage</numerusform>
            <numerusform>etwa %n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>under a minute</source>
        <translation>unter einer Minute</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_preview.py"/>
        <source>{requests}, {time}</source>
        <translation>{requests}, {time}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_preview.py"/>
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>%n Änderung senden</numerusform>
            <numerusform>%n Änderungen senden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_preview.py"/>
        <source>%n removed</source>
        <translation>
            <numerusform>%n entfernt</numerusform>
            <numerusform>%n entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_preview.py"/>
        <source>%n hidden</source>
        <translation>
            <numerusform>%n ausgeblendet</numerusform>
            <numerusform>%n ausgeblendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_preview.py"/>
        <source>%n updated</source>
        <translation>
            <numerusform>%n aktualisiert</numerusform>
            <numerusform>%n aktualisiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_preview.py"/>
        <source>%n created</source>
        <translation>
            <numerusform>%n erstellt</numerusform>
            <numerusform>%n erstellt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_preview.py"/>
        <source>%n {product becomes|products become} visible online</source>
        <translation>
            <numerusform>%n Produkt wird online sichtbar</numerusform>
            <numerusform>%n Produkte werden online sichtbar</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>Why does the shop say {number}?</source>
        <translation>Warum zeigt der Shop {number}?</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>Why does the shop never run out?</source>
        <translation>Warum geht es im Shop nie aus?</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>What will the shop say?</source>
        <translation>Was wird der Shop zeigen?</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>What would the shop say?</source>
        <translation>Was würde der Shop zeigen?</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>The POS tells no stock of bundles. What stands online is left alone.</source>
        <translation>Das POS nennt für Bundles keinen Bestand. Online bleibt alles unberührt.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>The POS counts it at no outlet. What stands online is left alone.</source>
        <translation>Das POS führt es in keiner Filiale. Online bleibt alles unberührt.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>The POS’s figure cannot be read. What stands online is left alone.</source>
        <translation>Die Zahl des POS ist nicht lesbar. Online bleibt alles unberührt.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>The POS tells no stock of bundles. It is created with none to sell.</source>
        <translation>Das POS nennt für Bundles keinen Bestand. Es wird ohne Bestand erstellt.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>The POS counts it at no outlet. It is created with none to sell.</source>
        <translation>Das POS führt es in keiner Filiale. Es wird ohne Bestand erstellt.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>The POS’s figure cannot be read. It is created with none to sell.</source>
        <translation>Die Zahl des POS ist nicht lesbar. Es wird ohne Bestand erstellt.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>It is inactive in the POS, so none of it is sold online.</source>
        <translation>Es ist im POS inaktiv, darum wird online nichts davon verkauft.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>Handle</source>
        <translation>Handle</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>Supplier code</source>
        <translation>Lieferantennummer</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>Supplier price</source>
        <translation>Einkaufspreis</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>Reorder point</source>
        <translation>Meldebestand</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>Reorder quantity</source>
        <translation>Bestellmenge</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>Compare-to price</source>
        <translation>Vergleichspreis</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>Subtitle</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>Low-stock mark</source>
        <translation>Grenze für wenig Bestand</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>Set</source>
        <translation>Gesetzt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>{variants}: {numbers}</source>
        <translation>{variants}: {numbers}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>{number} ({outlet})</source>
        <translation>{number} ({outlet})</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_product.py"/>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>{field}, keep in step</source>
        <translation>{field}, abgleichen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>A field that is off stays as it is online.</source>
        <translation>Ein abgewähltes Feld bleibt online, wie es ist.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>{field}, when edited online</source>
        <translation>{field}, bei Änderung online</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>The POS value is put back, or the edit is kept until the POS changes it.</source>
        <translation>Der POS-Wert kommt zurück, oder die Änderung bleibt, bis das POS sie ändert.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Put back</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>What a sync may do</source>
        <translation>Was ein Abgleich darf</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Only one link may write to an online store.</source>
        <translation>Nur eine Anbindung darf in einen Onlineshop schreiben.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Keep in step</source>
        <translation>Abgleichen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Changes go online. No other link writes to this online store.</source>
        <translation>Änderungen gehen online. Keine andere Anbindung schreibt in diesen Shop.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Only check</source>
        <translation>Nur prüfen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Both stores are read and compared. Nothing is sent.</source>
        <translation>Beide Seiten werden gelesen und verglichen. Nichts wird gesendet.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>How online orders reach your POS</source>
        <translation>Wie Onlinebestellungen ins POS kommen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>What was ordered online is held back until the POS has counted it.</source>
        <translation>Online Bestelltes bleibt reserviert, bis das POS es gezählt hat.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>You ring them up yourself. Ordered pieces stay held back until the POS stock falls.</source>
        <translation>Sie buchen sie selbst. Bestellte Stücke bleiben reserviert, bis der POS-Bestand sinkt.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Automatically</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Another link books them in the POS within minutes of the order.</source>
        <translation>Eine andere Anbindung bucht sie binnen Minuten im POS.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Prices sent online</source>
        <translation>Preise für den Onlineshop</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Counterpart never works out tax: it sends a price that the POS tells.</source>
        <translation>Counterpart berechnet nie Steuer: Es sendet einen Preis, den das POS nennt.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>As the online store expects</source>
        <translation>Wie der Onlineshop erwartet</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>With or without tax, as the online store’s own tax setting says.</source>
        <translation>Mit oder ohne Steuer, wie es im Onlineshop eingestellt ist.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>With tax</source>
        <translation>Mit Steuer</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Whatever the online store expects.</source>
        <translation>Egal, was der Onlineshop erwartet.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Without tax</source>
        <translation>Ohne Steuer</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>New products the POS says nothing about</source>
        <translation>Neue Produkte ohne Angabe im POS</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>You can change it product by product in the catalogue.</source>
        <translation>Im Katalog können Sie es je Produkt ändern.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>A new product goes online once you tick it.</source>
        <translation>Ein neues Produkt geht online, sobald Sie es anhaken.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>A new product goes online at the next sync.</source>
        <translation>Ein neues Produkt geht beim nächsten Abgleich online.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>When a product is deleted in the POS</source>
        <translation>Wenn ein Produkt im POS gelöscht wird</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>What stood online is kept in the history.</source>
        <translation>Was online stand, bleibt im Verlauf.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Delete it online</source>
        <translation>Online löschen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>It goes at the next sync.</source>
        <translation>Es geht beim nächsten Abgleich.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Hide it, delete it later</source>
        <translation>Ausblenden, später löschen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>It is hidden at the next sync. Back in the POS, it is shown again.</source>
        <translation>Der nächste Abgleich blendet es aus. Kehrt es ins POS zurück, erscheint es wieder.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Pictures that are online already</source>
        <translation>Bilder, die schon online sind</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>A product without pictures online gets those of the POS.</source>
        <translation>Ein Produkt ohne Bilder online bekommt die des POS.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>They stay until the pictures in the POS change.</source>
        <translation>Sie bleiben, bis sich die Bilder im POS ändern.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Replace them</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>The pictures of the POS take their place.</source>
        <translation>Die Bilder des POS treten an ihre Stelle.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Messages on your desktop</source>
        <translation>Meldungen auf dem Desktop</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Only while you are not looking at Counterpart, where your desktop shows messages.</source>
        <translation>Nur solange Sie Counterpart nicht ansehen und wo Ihr Desktop Meldungen zeigt.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>When something needs you</source>
        <translation>Wenn es etwas für Sie zu tun gibt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>A sync that waits for your yes, changes that failed, a refused token.</source>
        <translation>Ein Abgleich, der auf Ihr Ja wartet, fehlgeschlagene Änderungen, ein abgelehntes Token.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>After every sync</source>
        <translation>Nach jedem Abgleich</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Also when all went well, with the number of changes.</source>
        <translation>Auch wenn alles gut ging, mit der Zahl der Änderungen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>You see it when you open the window.</source>
        <translation>Sie sehen es, wenn Sie das Fenster öffnen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>When you close the window</source>
        <translation>Wenn Sie das Fenster schließen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Quit in the menu always ends Counterpart.</source>
        <translation>„Beenden“ im Menü beendet Counterpart immer.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>While a sync is running it asks first.</source>
        <translation>Während ein Abgleich läuft, fragt es zuerst.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Go on in the background</source>
        <translation>Im Hintergrund weitermachen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>It keeps syncing by its schedule, from the system tray; minimised where there is none.</source>
        <translation>Es gleicht nach Plan weiter ab, aus dem Infobereich; minimiert, wo es keinen gibt.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Hold ordered pieces back for</source>
        <translation>Bestelltes reservieren für</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>By then the other link has booked the order in the POS.</source>
        <translation>Bis dahin hat die andere Anbindung die Bestellung im POS gebucht.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Delete hidden products after</source>
        <translation>Ausgeblendete löschen nach</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>A deleted variant of a product that stays is never kept: it goes at once.</source>
        <translation>Eine gelöschte Variante eines Produkts, das bleibt, geht sofort.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Ask above this many products</source>
        <translation>Fragen bei mehr Produkten als</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Each kind counts by itself: removed, hidden, sold out, shown again, large price moves. 0 asks about every one.</source>
        <translation>Jede Art zählt für sich: entfernt, ausgeblendet, ausverkauft, wieder sichtbar, große Preissprünge. 0 fragt bei jedem.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Ask above this share of what is online</source>
        <translation>Fragen bei einem größeren Anteil des Angebots als</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>It asks when both are passed. From 3 products on, more than half always asks.</source>
        <translation>Gefragt wird, wenn beides überschritten ist. Ab 3 Produkten fragt mehr als die Hälfte immer.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>A price move counts as large above</source>
        <translation>Ein Preissprung gilt als groß ab</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Up or down, measured by the price that is online.</source>
        <translation>Nach oben oder unten, gemessen am Onlinepreis.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Ask before every sync</source>
        <translation>Vor jedem Abgleich fragen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Nothing is sent until you have looked through the preview.</source>
        <translation>Gesendet wird erst, wenn Sie die Vorschau durchgesehen haben.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Hold back from each product</source>
        <translation>Von jedem Produkt zurückbehalten</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>These pieces are never offered online; they stay for the counter.</source>
        <translation>Diese Stücke werden nie online angeboten; sie bleiben für den Laden.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>pieces</source>
        <translation>Stück</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Sync by itself</source>
        <translation>Von selbst abgleichen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>While Counterpart runs. Before the first sync, and where it may only check, it only looks.</source>
        <translation>Solange Counterpart läuft. Vor dem ersten Abgleich und bei „Nur prüfen“ wird nur nachgesehen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Read both stores in full every</source>
        <translation>Beide Seiten ganz lesen alle</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>In between only what changed is read, which is faster.</source>
        <translation>Dazwischen wird nur Geändertes gelesen, das geht schneller.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Fields that keep what is online</source>
        <translation>Felder, die ihren Onlinewert behalten</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>A ticked field keeps its online value until the POS changes it.</source>
        <translation>Ein angehaktes Feld behält seinen Onlinewert, bis das POS ihn ändert.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Keep the history for</source>
        <translation>Verlauf aufbewahren für</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Older syncs, and what they replaced, are forgotten.</source>
        <translation>Ältere Abgleiche und was sie ersetzten, werden vergessen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Let the history take at most</source>
        <translation>Der Verlauf belegt höchstens</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Where it takes more, the oldest syncs are forgotten first; never the last one.</source>
        <translation>Belegt er mehr, werden die ältesten Abgleiche zuerst vergessen; nie der letzte.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Every hour</source>
        <translation>Jede Stunde</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Every %n min</source>
        <translation>
            <numerusform>Alle %n min</numerusform>
            <numerusform>Alle %n min</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Default: {value}</source>
        <translation>Standard: {value}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Type a whole number from {least} to {most}.</source>
        <translation>Geben Sie eine ganze Zahl von {least} bis {most} ein.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Type a number from {least} to {most}.</source>
        <translation>Geben Sie eine Zahl von {least} bis {most} ein.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Counts only where orders reach the POS automatically.</source>
        <translation>Gilt nur, wo Bestellungen automatisch ins POS kommen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Counts only where products are hidden first.</source>
        <translation>Gilt nur, wo Produkte zuerst ausgeblendet werden.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings.py"/>
        <source>Counts for nothing while every one is asked about.</source>
        <translation>Gilt nicht, solange bei jedem gefragt wird.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Stores</source>
        <translation>POS und Shop</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>The two stores that Counterpart keeps in step.</source>
        <translation>Die beiden Seiten, die Counterpart abgleicht.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Which fields follow the POS, and what becomes of edits made online.</source>
        <translation>Welche Felder dem POS folgen und was aus Änderungen online wird.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Which POS price goes online.</source>
        <translation>Welcher POS-Preis online geht.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>New products</source>
        <translation>Neue Produkte</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Where the POS says whether a product is sold online, it decides.</source>
        <translation>Wo das POS sagt, ob ein Produkt online verkauft wird, entscheidet es.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Removal</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>What becomes of a product online once it is gone from the POS.</source>
        <translation>Was online aus einem Produkt wird, das es im POS nicht mehr gibt.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Safety</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Before a sync does a lot at once, Counterpart stops and asks you.</source>
        <translation>Bevor ein Abgleich viel auf einmal tut, hält Counterpart an und fragt Sie.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Online stock is what the ticked outlets have together.</source>
        <translation>Der Onlinebestand ist, was die angehakten Filialen zusammen haben.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>When Counterpart looks at both stores by itself.</source>
        <translation>Wann Counterpart von selbst auf beiden Seiten nachsieht.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>First link</source>
        <translation>Erstes Verknüpfen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>When a product is first found on both sides, the POS values go online.</source>
        <translation>Wird ein Produkt erstmals auf beiden Seiten gefunden, gehen die POS-Werte online.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>What past syncs did can be looked up.</source>
        <translation>Was frühere Abgleiche taten, lässt sich nachschlagen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>How Counterpart looks on this computer.</source>
        <translation>Wie Counterpart auf diesem Computer aussieht.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>What Counterpart does here besides keeping your stores in step.</source>
        <translation>Was Counterpart hier neben dem Abgleich tut.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Does another link already write to your online store, such as the POS’s own?</source>
        <translation>Schreibt schon eine andere Anbindung in Ihren Onlineshop, etwa die des POS?</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Keep that link and choose Only check: Counterpart shows you where the sides differ.</source>
        <translation>Behalten Sie sie und wählen Sie „Nur prüfen“: Counterpart zeigt, wo die Seiten abweichen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Or disconnect it, say below how online orders reach your POS, then choose Keep in step.</source>
        <translation>Oder trennen Sie sie, sagen Sie unten, wie Onlinebestellungen ins POS kommen, und wählen Sie „Abgleichen“.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>These are the sample stores: they need no tokens, and nothing of yours is touched.</source>
        <translation>Das ist der Beispielshop: Token sind nicht nötig, und nichts von Ihnen wird berührt.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Both tokens are in this computer’s keyring, never in a file.</source>
        <translation>Beide Token liegen im Schlüsselbund dieses Computers, nie in einer Datei.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Always: products are matched by it.</source>
        <translation>Immer: Daran werden Produkte erkannt.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Always: variants are told apart by them.</source>
        <translation>Immer: Daran werden Varianten unterschieden.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Always: it follows your ticks, and active in the POS.</source>
        <translation>Immer: Sie folgt Ihren Haken und „aktiv“ im POS.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Always put back: it is worked out anew at every sync.</source>
        <translation>Immer zurückgesetzt: Jeder Abgleich berechnet ihn neu.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Always kept, until the pictures in the POS change.</source>
        <translation>Immer behalten, bis sich die Bilder im POS ändern.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Not compared; stays as it is online</source>
        <translation>Kein Vergleich; bleibt online, wie es ist</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Put back: the next sync restores the POS value, unless that is blank. Keep: the edit stays until the POS changes the field.</source>
        <translation>Zurücksetzen: Der nächste Abgleich stellt den POS-Wert her, außer er ist leer. Behalten: Die Änderung bleibt, bis das POS das Feld ändert.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Where you kept an edit on one product, that goes before the choice made here.</source>
        <translation>Haben Sie bei einem Produkt eine Änderung behalten, geht das dieser Wahl vor.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>A file for whoever helps you</source>
        <translation>Eine Datei für alle, die Ihnen helfen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>In it: versions, settings, the addresses of both stores, how the last syncs went, and the log, which may name products.</source>
        <translation>Darin: Versionen, Einstellungen, die Adressen von POS und Onlineshop, wie die letzten Abgleiche verliefen, und das Protokoll, das Produkte nennen kann.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Not in it: your tokens, orders, customers, and the catalogue itself.</source>
        <translation>Nicht darin: Ihre Token, Bestellungen, Kunden und der Katalog selbst.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>“As the system” turns dark when your computer does.</source>
        <translation>„Wie das System“ wird dunkel, wenn Ihr Computer es wird.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Animations</source>
        <translation>Animationen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Turning arrows while something is sent, and messages that fade in.</source>
        <translation>Drehende Pfeile beim Senden und Meldungen, die sich einblenden.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Takes effect when Counterpart is opened the next time.</source>
        <translation>Gilt, wenn Counterpart das nächste Mal geöffnet wird.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_settings_pages.py"/>
        <source>Measured by the size of text that is set for your computer.</source>
        <translation>Gemessen an der Textgröße Ihres Computers.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>Counterpart only compares; nothing is sent.</source>
        <translation>Counterpart vergleicht nur; nichts wird gesendet.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>It waits for the next sync.</source>
        <translation>Es wartet auf den nächsten Abgleich.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>The POS has another {fields}.</source>
        <translation>Im POS anders: {fields}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>Never synced before, and {field} differs. The POS wins at the next sync.</source>
        <translation>Noch nie abgeglichen, abweichend: {field}. Beim nächsten Abgleich gilt das POS.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>Never synced before, and {fields} differ. The POS wins at the next sync.</source>
        <translation>Noch nie abgeglichen, abweichend: {fields}. Beim nächsten Abgleich gilt das POS.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>POS changed {fields}. It goes online at {time}.</source>
        <translation>Im POS geändert: {fields}. Geht um {time} online.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>POS changed {fields}. It goes online at the next sync.</source>
        <translation>Im POS geändert: {fields}. Geht beim nächsten Abgleich online.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>POS changed {fields}. They go online at {time}.</source>
        <translation>Im POS geändert: {fields}. Geht um {time} online.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>POS changed {fields}. They go online at the next sync.</source>
        <translation>Im POS geändert: {fields}. Geht beim nächsten Abgleich online.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>Its visibility differs.</source>
        <translation>Die Sichtbarkeit weicht ab.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>It is sold online and hidden there. The next sync shows it.</source>
        <translation>Es wird online verkauft und ist dort ausgeblendet. Der nächste Abgleich zeigt es.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>It is inactive in the POS. The next sync hides it online.</source>
        <translation>Es ist im POS inaktiv. Der nächste Abgleich blendet es online aus.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>You keep it off. The next sync hides it online.</source>
        <translation>Sie haben es abgewählt. Der nächste Abgleich blendet es online aus.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>The POS does not sell it online. The next sync hides it.</source>
        <translation>Das POS verkauft es nicht online. Der nächste Abgleich blendet es aus.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>Someone changed {fields} online.</source>
        <translation>Online geändert: {fields}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>Someone changed the {field} online. The next sync puts the POS value back.</source>
        <translation>Online geändert: {field}. Der nächste Abgleich setzt den POS-Wert zurück.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>Someone changed {fields} online. The next sync puts the POS values back.</source>
        <translation>Online geändert: {fields}. Der nächste Abgleich setzt die POS-Werte zurück.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>Pictures were added online. They stay until the POS’s pictures change.</source>
        <translation>Online kamen Bilder dazu. Sie bleiben, bis sich die POS-Bilder ändern.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>The online edit of {fields} is kept until the POS changes it.</source>
        <translation>Die Onlineänderung bleibt, bis das POS sie ändert: {fields}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>Someone changed it online.</source>
        <translation>Es wurde online geändert.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>Both sides changed the {field}: POS {pos}, online {online}.</source>
        <translation>Beide Seiten haben geändert: {field} (POS {pos}, online {online}).</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>Both sides changed the {field}: POS {pos}, online {online}. POS wins at the next sync.</source>
        <translation>Beide Seiten haben geändert: {field} (POS {pos}, online {online}). Beim nächsten Abgleich gilt das POS.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>Both sides changed it.</source>
        <translation>Beide Seiten haben es geändert.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>Both sides changed it. POS wins at the next sync.</source>
        <translation>Beide Seiten haben es geändert. Beim nächsten Abgleich gilt das POS.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>Both sides changed {fields}. POS wins at the next sync.</source>
        <translation>Beide Seiten haben geändert: {fields}. Beim nächsten Abgleich gilt das POS.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>It is sold online and not there yet.</source>
        <translation>Es wird online verkauft und ist noch nicht da.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>It was deleted online and the POS still sells it. It is created again.</source>
        <translation>Es wurde online gelöscht, und das POS verkauft es noch. Es wird neu erstellt.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>You ticked it. The next sync creates it online.</source>
        <translation>Sie haben es angehakt. Der nächste Abgleich erstellt es online.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>It is not online yet. The next sync creates it.</source>
        <translation>Es ist noch nicht online. Der nächste Abgleich erstellt es.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>It was deleted in the POS. It is hidden online and removed on {day}.</source>
        <translation>Es wurde im POS gelöscht. Es ist online ausgeblendet und wird am {day} entfernt.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>It was deleted in the POS.</source>
        <translation>Es wurde im POS gelöscht.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>It was deleted in the POS. The next sync removes it online.</source>
        <translation>Es wurde im POS gelöscht. Der nächste Abgleich entfernt es online.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>Both sides agree. The next look is at {time}.</source>
        <translation>Beide Seiten stimmen überein. Das nächste Mal wird um {time} nachgesehen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>Both sides agree.</source>
        <translation>Beide Seiten stimmen überein.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>You keep it off. It does not appear online.</source>
        <translation>Sie haben es abgewählt. Es erscheint nicht online.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>The POS does not sell it online. It does not appear there.</source>
        <translation>Das POS verkauft es nicht online. Es erscheint dort nicht.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>The last attempt failed.</source>
        <translation>Der letzte Versuch ist fehlgeschlagen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>The last attempt failed. The next sync tries again.</source>
        <translation>Der letzte Versuch ist fehlgeschlagen. Der nächste Abgleich versucht es erneut.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>It is inactive in the POS and does not appear online.</source>
        <translation>Es ist im POS inaktiv und erscheint nicht online.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>This exists only online. Counterpart leaves it alone.</source>
        <translation>Das gibt es nur online. Counterpart lässt es unberührt.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>Nothing of it is sent until it is mended.</source>
        <translation>Bis zur Klärung wird nichts davon gesendet.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_status.py"/>
        <source>It is being sent now.</source>
        <translation>Es wird gerade gesendet.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_tray.py"/>
        <source>A sync waits for your yes</source>
        <translation>Ein Abgleich wartet auf Ihr Ja</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_tray.py"/>
        <source>Open Counterpart and look through the preview.</source>
        <translation>Öffnen Sie Counterpart und sehen Sie die Vorschau durch.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_tray.py"/>
        <source>Both stores were read</source>
        <translation>Beide Seiten wurden gelesen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_tray.py"/>
        <source>%n change(s) went online.</source>
        <translation>
            <numerusform>%n Änderung ging online.</numerusform>
            <numerusform>%n Änderungen gingen online.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_tray.py"/>
        <source>Nothing had to change online.</source>
        <translation>Online musste sich nichts ändern.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_tray.py"/>
        <source>%n change(s) failed in the sync</source>
        <translation>
            <numerusform>%n Änderung ist im Abgleich fehlgeschlagen</numerusform>
            <numerusform>%n Änderungen sind im Abgleich fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_tray.py"/>
        <source>%n {product needs|products need} you</source>
        <translation>
            <numerusform>%n Produkt ist zu klären</numerusform>
            <numerusform>%n Produkte sind zu klären</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_tray.py"/>
        <source>The sync is done</source>
        <translation>Der Abgleich ist fertig</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_tray.py"/>
        <source>Counterpart: a sync is running</source>
        <translation>Counterpart: ein Abgleich läuft</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_tray.py"/>
        <source>Counterpart: %n {change waits|changes wait}</source>
        <translation>
            <numerusform>Counterpart: %n Änderung wartet</numerusform>
            <numerusform>Counterpart: %n Änderungen warten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_tray.py"/>
        <source>Counterpart</source>
        <translation>Counterpart</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>You see both stores as they were at {moment}.</source>
        <translation>Sie sehen den Stand von {moment}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Nothing was lost: %n {change waits|changes wait}.</source>
        <translation>
            <numerusform>Nichts ging verloren: %n Änderung wartet.</numerusform>
            <numerusform>Nichts ging verloren: %n Änderungen warten.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>No internet right now</source>
        <translation>Gerade kein Internet</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Ticks you set are kept and go out with the next sync.</source>
        <translation>Ihre Haken bleiben und gehen mit dem nächsten Abgleich hinaus.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>The POS cannot be reached</source>
        <translation>Das POS ist nicht erreichbar</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>The online store cannot be reached</source>
        <translation>Der Onlineshop ist nicht erreichbar</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Check the internet connection, then try again.</source>
        <translation>Prüfen Sie die Internetverbindung und wiederholen Sie es.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>The POS is busy</source>
        <translation>Das POS ist beschäftigt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>The online store is busy</source>
        <translation>Der Onlineshop ist beschäftigt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>A store is busy</source>
        <translation>Eine Seite ist beschäftigt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Nothing was lost. Try again in a few minutes.</source>
        <translation>Nichts ging verloren. Wiederholen Sie es in ein paar Minuten.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>The POS refused the token</source>
        <translation>Das POS lehnte das Token ab</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>The online store refused the token</source>
        <translation>Der Onlineshop lehnte das Token ab</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>A store refused its token</source>
        <translation>Eine Seite lehnte ihr Token ab</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>It was withdrawn or has run out. Make a new token in the POS and paste it here.</source>
        <translation>Es wurde widerrufen oder ist abgelaufen. Erstellen Sie im POS ein neues Token und fügen Sie es hier ein.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>It was withdrawn or has run out. Make a new token in the online store and paste it here.</source>
        <translation>Es wurde widerrufen oder ist abgelaufen. Erstellen Sie im Onlineshop ein neues Token und fügen Sie es hier ein.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>It was withdrawn or has run out. Make a new one there and paste it here.</source>
        <translation>Es wurde widerrufen oder ist abgelaufen. Erstellen Sie dort ein neues und fügen Sie es hier ein.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Paste a new token</source>
        <translation>Neues Token einfügen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>The POS token may not do enough</source>
        <translation>Das POS-Token darf nicht genug</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>The online store’s token may not do enough</source>
        <translation>Das Token des Onlineshops darf nicht genug</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>A token may not do enough</source>
        <translation>Ein Token darf nicht genug</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Make a token that has every permission Counterpart asks for.</source>
        <translation>Erstellen Sie ein Token mit allen Rechten, die Counterpart braucht.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Your keyring is locked</source>
        <translation>Ihr Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Counterpart keeps its tokens there and cannot sync until it is open. Unlock it with your computer password; Counterpart never sees it.</source>
        <translation>Counterpart verwahrt dort seine Token und kann erst abgleichen, wenn er offen ist. Entsperren Sie ihn mit Ihrem Computerpasswort; Counterpart sieht es nie.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Unlock keyring</source>
        <translation>Schlüsselbund entsperren</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>There is no keyring to use</source>
        <translation>Es gibt keinen Schlüsselbund</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Counterpart keeps tokens in this computer’s keyring and in no other place. Sign out and in again. On Linux, install GNOME Keyring or KDE Wallet first.</source>
        <translation>Counterpart verwahrt Token nur im Schlüsselbund dieses Computers. Melden Sie sich ab und wieder an. Unter Linux installieren Sie zuerst GNOME Keyring oder KDE Wallet.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>See that the disk is not full and that you may write there.</source>
        <translation>Sehen Sie nach, ob der Datenträger voll ist und Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Counterpart cannot save on this computer</source>
        <translation>Counterpart kann auf diesem Computer nicht speichern</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Wait until it has finished, then try again. Nothing is sent twice.</source>
        <translation>Warten Sie, bis er fertig ist, und wiederholen Sie es. Nichts wird doppelt gesendet.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Another window of Counterpart has been syncing since {moment}.</source>
        <translation>Ein anderes Fenster von Counterpart gleicht seit {moment} ab.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>A command has been syncing since {moment}.</source>
        <translation>Ein Befehl gleicht seit {moment} ab.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>It has been under way since {moment}.</source>
        <translation>Er läuft seit {moment}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Another sync of these stores is running</source>
        <translation>Ein anderer Abgleich dieses Shops läuft</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Which register takes the online orders?</source>
        <translation>Welche Kasse nimmt die Onlinebestellungen an?</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>None is chosen, or the chosen one is gone from the POS. Nothing is sent until you choose; its outlet always counts online.</source>
        <translation>Keine ist gewählt, oder die gewählte gibt es im POS nicht mehr. Bis Sie wählen, wird nichts gesendet; ihre Filiale zählt online immer.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Choose a register</source>
        <translation>Kasse wählen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>The POS list may be short</source>
        <translation>Die POS-Liste ist vielleicht unvollständig</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>The online store’s list may be short</source>
        <translation>Die Liste des Onlineshops ist vielleicht unvollständig</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>A product list may be short</source>
        <translation>Eine Produktliste ist vielleicht unvollständig</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Nothing was sent, and nothing is removed on such a list.</source>
        <translation>Nichts wurde gesendet, und auf so eine Liste hin wird nichts entfernt.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Read again</source>
        <translation>Erneut lesen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Look through the settings, then try again.</source>
        <translation>Sehen Sie die Einstellungen durch und wiederholen Sie es.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Open Settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>A setting stands in the way</source>
        <translation>Eine Einstellung steht im Weg</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Your POS is not connected yet</source>
        <translation>Ihr POS ist noch nicht verbunden</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Your online store is not connected yet</source>
        <translation>Ihr Onlineshop ist noch nicht verbunden</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Your stores are not connected yet</source>
        <translation>POS und Onlineshop sind noch nicht verbunden</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Connect both to see them side by side. Connecting changes nothing in either.</source>
        <translation>Verbinden Sie beide, um sie nebeneinander zu sehen. Verbinden ändert auf keiner Seite etwas.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Connect your stores</source>
        <translation>POS und Shop verbinden</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>The POS gave no useful answer</source>
        <translation>Das POS gab keine brauchbare Antwort</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>The online store gave no useful answer</source>
        <translation>Der Onlineshop gab keine brauchbare Antwort</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Counterpart cannot go on</source>
        <translation>Counterpart kann nicht weiter</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_trouble.py"/>
        <source>Nothing more is sent. Try again; the log says what was done.</source>
        <translation>Es wird nichts mehr gesendet. Wiederholen Sie es; das Protokoll sagt, was geschah.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>Connect your POS</source>
        <translation>POS verbinden</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>Connect your POS again</source>
        <translation>POS neu verbinden</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>Lightspeed Retail (X-Series). Counterpart only reads it and never changes anything there.</source>
        <translation>Lightspeed Retail (X-Series). Counterpart liest es nur und ändert dort nie etwas.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>Shop address</source>
        <translation>Adresse des Geschäfts</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>The first part of the address you see when you open your POS in a browser.</source>
        <translation>Der erste Teil der Adresse, die Sie sehen, wenn Sie Ihr POS im Browser öffnen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>In the POS: Setup › Personal tokens › Add token. Copy it and paste it here.</source>
        <translation>Im POS: Setup › Personal tokens › Add token. Kopieren Sie es und fügen Sie es hier ein.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>Open your POS in a browser and sign in as its owner or an administrator.</source>
        <translation>Öffnen Sie Ihr POS im Browser und melden Sie sich als Inhaber oder Administrator an.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>Choose Setup, then Personal tokens. They come with the larger POS plans.</source>
        <translation>Wählen Sie Setup, dann Personal tokens. Es gibt sie in den größeren POS-Tarifen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>Choose Add token, call it Counterpart, and copy what appears: it is shown once.</source>
        <translation>Wählen Sie Add token, nennen Sie es Counterpart und kopieren Sie, was erscheint: Es wird nur einmal gezeigt.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>Next: online store</source>
        <translation>Weiter: Onlineshop</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>A personal token may also change your POS. Counterpart never asks it to.</source>
        <translation>Ein persönliches Token darf auch Ihr POS ändern. Counterpart tut das nie.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>Connect your online store</source>
        <translation>Onlineshop verbinden</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>Connect your online store again</source>
        <translation>Onlineshop neu verbinden</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>Lightspeed eCom (E-Series). Connecting changes nothing there.</source>
        <translation>Lightspeed eCom (E-Series). Verbinden ändert dort nichts.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>Store number</source>
        <translation>Shopnummer</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>The digits after “Store ID” at the bottom of your store’s control panel.</source>
        <translation>Die Ziffern nach „Store ID“ unten in der Verwaltung Ihres Shops.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>Secret token</source>
        <translation>Geheimes Token</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>In the control panel: Apps › Custom apps. Copy the secret token.</source>
        <translation>In der Verwaltung: Apps › Custom apps. Kopieren Sie das geheime Token.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>Sign in to your online store’s control panel as its owner.</source>
        <translation>Melden Sie sich in der Verwaltung Ihres Onlineshops als Inhaber an.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>Open my.ecwid.com/#develop-apps in the same browser: your custom apps are there.</source>
        <translation>Öffnen Sie my.ecwid.com/#develop-apps im selben Browser: Dort stehen Ihre eigenen Apps.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>Open your custom app, or make one, and copy its secret token (secret_…).</source>
        <translation>Öffnen Sie Ihre eigene App oder legen Sie eine an und kopieren Sie ihr geheimes Token (secret_…).</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>Next: outlets</source>
        <translation>Weiter: Filialen</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>Only a sync writes to this store, and the first one asks you before.</source>
        <translation>Nur ein Abgleich schreibt in diesen Shop, und der erste fragt Sie vorher.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>A sample shop with about %n product(s) to try everything on. Nothing of yours is touched.</source>
        <translation>
            <numerusform>Ein Beispielshop mit etwa %n Produkt zum Ausprobieren. Nichts von Ihnen wird berührt.</numerusform>
            <numerusform>Ein Beispielshop mit etwa %n Produkten zum Ausprobieren. Nichts von Ihnen wird berührt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>Type the first part of your POS address, such as fernandflint.</source>
        <translation>Geben Sie den ersten Teil Ihrer POS-Adresse ein, etwa fernandflint.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>An address has no blanks. Copy it from the browser.</source>
        <translation>Eine Adresse hat keine Leerzeichen. Kopieren Sie sie aus dem Browser.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>Type the number of your online store.</source>
        <translation>Geben Sie die Nummer Ihres Onlineshops ein.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>The store number has digits only, such as 20553017.</source>
        <translation>Die Shopnummer hat nur Ziffern, etwa 20553017.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>Paste the token here.</source>
        <translation>Fügen Sie das Token hier ein.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>A token has no blanks. Copy it once more, the whole of it.</source>
        <translation>Ein Token hat keine Leerzeichen. Kopieren Sie es noch einmal ganz.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>This token belongs to an online store. Paste one from the POS.</source>
        <translation>Dieses Token gehört zu einem Onlineshop. Fügen Sie eines aus dem POS ein.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>This token belongs to a POS. Paste one from the online store.</source>
        <translation>Dieses Token gehört zu einem POS. Fügen Sie eines aus dem Onlineshop ein.</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>This is the public token. Paste the secret one; it begins with secret_.</source>
        <translation>Das ist das öffentliche Token. Fügen Sie das geheime ein; es beginnt mit secret_.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>%n product(s) in stock</source>
        <translation>
            <numerusform>%n Produkt auf Lager</numerusform>
            <numerusform>%n Produkte auf Lager</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>{register} · {outlet}</source>
        <translation>{register} · {outlet}</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>Whose stock counts online</source>
        <translation>Wessen Bestand online zählt</translation>
    </message>
    <message>
        <location filename="../../app/ui/wording_wizard.py"/>
        <source>{number} of {outlets} count</source>
        <translation>{number} von {outlets} zählen</translation>
    </message>
</context>
<context>
    <name>DayChart</name>
    <message>
        <location filename="../../app/ui/screens/history_charts.py"/>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
</context>
<context>
    <name>DefaultNote</name>
    <message>
        <location filename="../../app/ui/screens/settings_page.py"/>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/settings_page.py"/>
        <source>{title}. {default}. Use it</source>
        <translation>{title}. {default}. Verwenden</translation>
    </message>
</context>
<context>
    <name>DiagnosticsPart</name>
    <message>
        <location filename="../../app/ui/screens/settings_household.py"/>
        <source>Save diagnostics…</source>
        <translation>Diagnose speichern…</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>A file with your settings was damaged. It was set aside as {name}; what was set there is at its default again, and the next sync asks like a first one.</source>
        <translation>Eine Datei mit Ihren Einstellungen war beschädigt. Sie liegt jetzt beiseite als {name}; was darin stand, ist wieder auf Standard, und der nächste Abgleich fragt wie ein erster.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>A new product's number was not told.</source>
        <translation>Die Nummer eines neuen Produkts wurde nicht genannt.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>A picture could not be read: {error}</source>
        <translation>Ein Bild ließ sich nicht lesen: {error}</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>A picture is no longer kept by the online store, so the pictures stay.</source>
        <translation>Der Onlineshop hat ein Bild nicht mehr, darum bleiben die Bilder.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>A price move that stands out</source>
        <translation>Auffälliger Preissprung</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>A virus scanner or company proxy may be looking into connections: its certificate must be in the system's store. Also check the computer's date.</source>
        <translation>Vielleicht sieht ein Virenscanner oder Firmenproxy in Verbindungen hinein: Sein Zertifikat muss im Speicher des Systems liegen. Prüfen Sie auch das Datum des Computers.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>An import is running in {where}.</source>
        <translation>Gerade läuft ein Import: {where}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Another Counterpart is preparing the database.</source>
        <translation>Ein anderes Counterpart bereitet die Datenbank vor.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Another Counterpart, or this one with an older database, made products here.</source>
        <translation>Ein anderes Counterpart oder dieses mit einer älteren Datenbank hat hier Produkte angelegt.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Another integration writes to this shop.</source>
        <translation>Eine andere Anbindung schreibt in diesen Shop.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Another product online has its SKU by now.</source>
        <translation>Ein anderes Produkt online hat inzwischen seine Artikelnummer.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Another program is using Counterpart's database.</source>
        <translation>Ein anderes Programm nutzt die Datenbank von Counterpart.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Another sync of this shop is running, {told}.</source>
        <translation>Ein anderer Abgleich dieses Shops läuft, {told}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Anything else would show the token to everybody on the way.</source>
        <translation>Alles andere zeigte das Token jedem unterwegs.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Ask before every sync</source>
        <translation>Vor jedem Abgleich fragen</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Ask when more products than this are concerned</source>
        <translation>Fragen, wenn mehr Produkte betroffen sind</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Change the plan, or make room in it.</source>
        <translation>Wechseln Sie den Tarif oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Check it under Settings, Stores.</source>
        <translation>Prüfen Sie sie unter Einstellungen, POS und Shop.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Check the data folder's permissions.</source>
        <translation>Prüfen Sie die Rechte des Datenordners.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Check the folder's permissions.</source>
        <translation>Prüfen Sie die Rechte des Ordners.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Check the internet connection and the shop's address.</source>
        <translation>Prüfen Sie die Internetverbindung und die Adresse.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Check the internet connection, then try again.</source>
        <translation>Prüfen Sie die Internetverbindung und wiederholen Sie es.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Check the proxy in the system's network settings.</source>
        <translation>Prüfen Sie den Proxy in den Netzeinstellungen des Systems.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Check the shop's address in Settings.</source>
        <translation>Prüfen Sie die Adresse in den Einstellungen.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Check the store number, or use the token of this store.</source>
        <translation>Prüfen Sie die Shopnummer oder nehmen Sie das Token dieses Shops.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Choose on or off.</source>
        <translation>Wählen Sie an oder aus.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Choose one of: {choices}.</source>
        <translation>Zur Wahl stehen: {choices}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Choose one: `counterpart outlets --register ID` (without it: the list).</source>
        <translation>Wählen Sie eine: `counterpart outlets --register ID` (ohne: die Liste).</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Close Counterpart everywhere, check the folder's permissions, and start it again.</source>
        <translation>Schließen Sie Counterpart überall, prüfen Sie die Rechte des Ordners und starten Sie es neu.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Close it and try again.</source>
        <translation>Schließen Sie es und wiederholen Sie es.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Close it in other programs, see that the disk is not full, or choose another folder.</source>
        <translation>Schließen Sie sie in anderen Programmen, sehen Sie nach freiem Speicher oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Closing the window: quit, or go on in the background</source>
        <translation>Fenster schließen: beenden oder im Hintergrund weitermachen</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Counterpart may not read its database: {strerror}.</source>
        <translation>Counterpart darf seine Datenbank nicht lesen: {strerror}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Counterpart may not write to its data folder.</source>
        <translation>Counterpart darf nicht in seinen Datenordner schreiben.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Counterpart may not write to {parent}: {strerror}.</source>
        <translation>Counterpart darf nicht in {parent} schreiben: {strerror}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Counterpart's database failed ({error}).</source>
        <translation>Die Datenbank von Counterpart versagte ({error}).</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Counterpart's database is damaged.</source>
        <translation>Die Datenbank von Counterpart ist beschädigt.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Days a removed product stays hidden</source>
        <translation>Tage, die ein entferntes Produkt ausgeblendet bleibt</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Days the history is kept</source>
        <translation>Tage, die der Verlauf bleibt</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Deleted in the POS; it will be deleted online on {due}.</source>
        <translation>Im POS gelöscht; wird online gelöscht am {due}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Every sync is asked about (setting preview.always). Say yes with --yes.</source>
        <translation>Jeder Abgleich wird erfragt (Einstellung preview.always). Bejahen Sie mit --yes.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Fields whose online value is kept when first linked</source>
        <translation>Felder, deren Onlinewert beim ersten Verknüpfen bleibt</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Free some space.</source>
        <translation>Schaffen Sie Platz.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Give the token this permission, or make a new one that has it.</source>
        <translation>Geben Sie dem Token dieses Recht oder erstellen Sie ein neues damit.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Hours after which both stores are read in full</source>
        <translation>Stunden, nach denen beide Seiten ganz gelesen werden</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>How online orders get into the POS</source>
        <translation>Wie Onlinebestellungen ins POS kommen</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Install the newest version. Until then nothing is read or sent.</source>
        <translation>Installieren Sie die neueste Version. Bis dahin wird nichts gelesen oder gesendet.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>It always follows the POS; the next sync would change it again.</source>
        <translation>Es folgt immer dem POS; der nächste Abgleich würde es wieder ändern.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>It changed online just now, so it was left.</source>
        <translation>Es hat sich online gerade geändert und blieb darum.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>It has changed online since, so it is left as it is.</source>
        <translation>Es hat sich online seither geändert und bleibt, wie es ist.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>It has no variants in the POS, but its SKU belongs to a variation of “{name}” online ({id}). Link them by hand to convert it.</source>
        <translation>Es hat im POS keine Varianten, aber seine Artikelnummer gehört zu einer Variante von „{name}“ online ({id}). Verknüpfen Sie beide von Hand, um es umzuwandeln.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>It has variants in the POS, but “{name}” online ({id}) has none. Link them by hand to convert it.</source>
        <translation>Es hat im POS Varianten, aber „{name}“ online ({id}) hat keine. Verknüpfen Sie beide von Hand, um es umzuwandeln.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>It is inactive in the POS, so it stays hidden. Make it active there.</source>
        <translation>Es ist im POS inaktiv und bleibt ausgeblendet. Machen Sie es dort aktiv.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>It is no longer in the online store.</source>
        <translation>Es ist nicht mehr im Onlineshop.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>It is not chosen yet which register takes the online orders.</source>
        <translation>Noch ist nicht gewählt, welche Kasse die Onlinebestellungen annimmt.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>It is not known what was there before.</source>
        <translation>Es ist nicht bekannt, was vorher da war.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>It is the number at the bottom of the online store's control panel.</source>
        <translation>Es ist die Nummer unten in der Verwaltung des Onlineshops.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>It may have been deleted meanwhile, or the address belongs to another shop.</source>
        <translation>Vielleicht wurde es inzwischen gelöscht, oder die Adresse gehört zu einem anderen Geschäft.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>It may have been set to unlimited meanwhile.</source>
        <translation>Vielleicht steht er inzwischen auf unbegrenzt.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>It was deleted in the POS and hidden online, and somebody has shown it again online. Hide it there to let the removal go on, or unlink it to keep it.</source>
        <translation>Es wurde im POS gelöscht und online ausgeblendet, und jemand hat es online wieder eingeblendet. Blenden Sie es dort aus, damit es entfernt wird, oder lösen Sie die Verknüpfung, um es zu behalten.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>It was deleted in the POS, so it stays hidden.</source>
        <translation>Es wurde im POS gelöscht und bleibt ausgeblendet.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>It was deleted online meanwhile. The next sync decides anew.</source>
        <translation>Es wurde online inzwischen gelöscht. Der nächste Abgleich entscheidet neu.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>It was edited online since, so it stays. Switch it off to hide it.</source>
        <translation>Es wurde online seither bearbeitet und bleibt. Wählen Sie es ab, um es auszublenden.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>It was ordered online since, so it stays. Switch it off to hide it.</source>
        <translation>Es wurde seither online bestellt und bleibt. Wählen Sie es ab, um es auszublenden.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Its category could not be created online.</source>
        <translation>Seine Kategorie ließ sich online nicht erstellen.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Its description is not at hand.</source>
        <translation>Seine Beschreibung liegt nicht vor.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Its size has no meaning in the online store's unit. It is left as it is online.</source>
        <translation>Seine Maße ergeben in der Einheit des Onlineshops keinen Sinn. Online bleiben sie, wie sie sind.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Its weight has no meaning in the online store's unit. It is left as it is online.</source>
        <translation>Sein Gewicht ergibt in der Einheit des Onlineshops keinen Sinn. Online bleibt es, wie es ist.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Look again.</source>
        <translation>Sehen Sie erneut nach.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Look through it, then say yes with --yes. Nothing was written.</source>
        <translation>Sehen Sie ihn durch und bejahen Sie mit --yes. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Make a new one there and enter it with `counterpart connect`.</source>
        <translation>Erstellen Sie dort ein neues und geben Sie es mit `counterpart connect` ein.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Megabytes that the history may take; the oldest syncs go first</source>
        <translation>Megabyte, die der Verlauf belegen darf; die ältesten Abgleiche gehen zuerst</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Messages of the desktop: when something needs you, after every run, or never</source>
        <translation>Meldungen des Desktops: wenn es etwas für Sie zu tun gibt, nach jedem Lauf oder nie</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Minutes an online order holds its pieces</source>
        <translation>Minuten, die eine Onlinebestellung ihre Stücke reserviert</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Minutes between two syncs while the window is open; 0: only when you ask</source>
        <translation>Minuten zwischen zwei Abgleichen bei offenem Fenster; 0: nur auf Wunsch</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>New products where the POS does not tell: sell online or keep off</source>
        <translation>Neue Produkte ohne Angabe im POS: online verkaufen oder nicht</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Nothing was changed. Check in the POS that the products are there, and try again.</source>
        <translation>Nichts wurde geändert. Prüfen Sie im POS, ob die Produkte da sind, und wiederholen Sie es.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Nothing was changed. Free some space, see that you may write there, and try again.</source>
        <translation>Nichts wurde geändert. Schaffen Sie Platz, sehen Sie nach, ob Sie dort schreiben dürfen, und wiederholen Sie es.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Nothing was changed. Somebody may be changing many products at this moment: try again.</source>
        <translation>Nichts wurde geändert. Vielleicht ändert gerade jemand viele Produkte: Wiederholen Sie es.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Nothing was changed. Try again later; if it stays so, check the products there.</source>
        <translation>Nichts wurde geändert. Wiederholen Sie es später; bleibt es so, prüfen Sie dort die Produkte.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Nothing was changed. Try again later; if it stays so, report it to the POS's support.</source>
        <translation>Nichts wurde geändert. Wiederholen Sie es später; bleibt es so, melden Sie es dem Support des POS.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>On Linux, install GNOME Keyring or KDE Wallet and sign in to the desktop; elsewhere, remove the keyring configuration that chooses another one. {without}</source>
        <translation>Unter Linux installieren Sie GNOME Keyring oder KDE Wallet und melden sich am Desktop an; sonst entfernen Sie die Einstellung, die einen anderen Schlüsselbund wählt. {without}</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Only compared, nothing sent: store.mode is “check only”.{why} `counterpart settings store.mode sync` has it sync.</source>
        <translation>Nur verglichen, nichts gesendet: Eingestellt ist „Nur prüfen“.{why} `counterpart settings store.mode sync` stellt auf Abgleich um.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Orders could not be read, so they are not looked at: {error}</source>
        <translation>Bestellungen ließen sich nicht lesen und werden nicht beachtet: {error}</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Pictures that stand online can't be both kept and replaced when a product is first linked.</source>
        <translation>Bilder, die online stehen, lassen sich beim ersten Verknüpfen nicht zugleich behalten und ersetzen.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Pictures that stand online when a product is first linked</source>
        <translation>Bilder, die beim ersten Verknüpfen online stehen</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Pieces held back from the online stock</source>
        <translation>Vom Onlinebestand zurückbehaltene Stücke</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Prices sent online: with or without tax</source>
        <translation>Preise für den Onlineshop: mit oder ohne Steuer</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Remove it, or put the file itself in its place.</source>
        <translation>Entfernen Sie ihn oder legen Sie die Datei selbst an seine Stelle.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Replace it in the POS.</source>
        <translation>Ersetzen Sie es im POS.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Restart the keyring's service, or sign out and in again. {without}</source>
        <translation>Starten Sie den Dienst des Schlüsselbunds neu, oder melden Sie sich ab und wieder an. {without}</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Run `counterpart connect`, or set {variable}.</source>
        <translation>Rufen Sie `counterpart connect` auf oder setzen Sie {variable}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Run a full sync.</source>
        <translation>Lassen Sie beide Seiten ganz lesen.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Run {run} changed nothing, or its history is no longer kept.</source>
        <translation>Lauf {run} hat nichts geändert, oder sein Verlauf ist nicht mehr da.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Run {run} did nothing about this product.</source>
        <translation>Lauf {run} tat nichts mit diesem Produkt.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Seconds read again at each look for changes</source>
        <translation>Sekunden, die jedes Nachsehen noch einmal liest</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Seconds the online store's search may lag</source>
        <translation>Sekunden, die die Suche des Onlineshops nachhinken darf</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>See that it is not full and that it is well, then try again.</source>
        <translation>Sehen Sie nach, ob er voll oder schadhaft ist, und wiederholen Sie es.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>See that the disk is not full and that you may write there, or name another folder in {home_variable}.</source>
        <translation>Sehen Sie nach, ob der Datenträger voll ist und Sie dort schreiben dürfen, oder nennen Sie einen anderen Ordner in {home_variable}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>See that the disk is not full and that you may write there.</source>
        <translation>Sehen Sie nach, ob der Datenträger voll ist und Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Set an HTTP proxy in the system's network settings.</source>
        <translation>Stellen Sie in den Netzeinstellungen des Systems einen HTTP-Proxy ein.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Set first_link.images to keep, or take images out of first_link.keep.</source>
        <translation>Stellen Sie first_link.images auf keep oder nehmen Sie images aus first_link.keep.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Set it back to 2.0.</source>
        <translation>Stellen Sie sie auf 2.0 zurück.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Set the POS version back to 2.0.</source>
        <translation>Stellen Sie die POS-Version auf 2.0 zurück.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Several products online have its SKU: {named}. Link the right one by hand.</source>
        <translation>Mehrere Produkte online haben seine Artikelnummer: {named}. Verknüpfen Sie das richtige von Hand.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Shown online</source>
        <translation>Online sichtbar</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Something on the way may have changed it (a sign-in page of the network?). Try again.</source>
        <translation>Vielleicht hat sie unterwegs etwas verändert (eine Anmeldeseite des Netzes?). Wiederholen Sie es.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Something unexpected happened ({name}).</source>
        <translation>Etwas Unerwartetes geschah ({name}).</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Start again: it is set aside and built anew from both stores.</source>
        <translation>Starten Sie neu: Sie wird beiseitegelegt und aus beiden Seiten neu aufgebaut.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Start again; the stores are not affected.</source>
        <translation>Starten Sie neu; POS und Onlineshop sind nicht betroffen.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Stock is worked out anew at each sync and never put back.</source>
        <translation>Der Bestand wird bei jedem Abgleich neu berechnet und nie zurückgesetzt.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Stock of {sku}: {reason}</source>
        <translation>Bestand von {sku}: {reason}</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Stopped before writing, because much would change at once ({told}). Say yes with --yes.</source>
        <translation>Vor dem Schreiben angehalten, weil sich viel auf einmal ändern würde ({told}). Bejahen Sie mit --yes.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The POS answered with an empty product list, though it had products before.</source>
        <translation>Das POS antwortete mit einer leeren Produktliste, obwohl es vorher Produkte hatte.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The POS has no price for it in the form the online store needs, and it is not put online for nothing. Enter one there.</source>
        <translation>Das POS hat dafür keinen Preis in der Form, die der Onlineshop braucht, und umsonst kommt es nicht online. Tragen Sie dort einen ein.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The POS has no price for it in the form the online store needs. Enter one there.</source>
        <translation>Das POS hat dafür keinen Preis in der Form, die der Onlineshop braucht. Tragen Sie dort einen ein.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The POS interface of version {version} is newer than this app can read.</source>
        <translation>Die POS-Schnittstelle der Version {version} ist neuer, als diese App lesen kann.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The POS no longer tells which products are sold online. What it said last stands.</source>
        <translation>Das POS sagt nicht mehr, welche Produkte online verkauft werden. Es gilt, was es zuletzt sagte.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The POS's API version</source>
        <translation>API-Version des POS</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The POS's list left out {sku} without saying that it was deleted. Check it in the POS.</source>
        <translation>Die Liste des POS ließ {sku} aus, ohne es als gelöscht zu melden. Prüfen Sie es im POS.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The POS's list of {what} does not go on where it should.</source>
        <translation>Eine Liste des POS geht nicht weiter, wo sie sollte: {what}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The SKU {sku} is also on {named} in the POS. Change one of them there.</source>
        <translation>Die Artikelnummer {sku} hat im POS auch {named}. Ändern Sie dort eine davon.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The address of the POS is not set.</source>
        <translation>Die Adresse des POS ist nicht eingestellt.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The address of {where} is not a web address.</source>
        <translation>Keine Webadresse: {where}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The address of {where} must begin with https://.</source>
        <translation>Die Adresse muss mit https:// beginnen: {where}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The answer of {side_names} about {what} makes no sense.</source>
        <translation>Eine Antwort ergibt keinen Sinn: {side_names}, {what}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The answer of {side_names} to a change was lost.</source>
        <translation>Die Antwort auf eine Änderung ging verloren: {side_names}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The connection to {where} keeps breaking off.</source>
        <translation>Die Verbindung bricht immer wieder ab: {where}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The disk does not take what Counterpart writes.</source>
        <translation>Der Datenträger nimmt nicht an, was Counterpart schreibt.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The disk is full; Counterpart can't save what it does.</source>
        <translation>Der Datenträger ist voll; Counterpart kann nicht speichern, was es tut.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The file with {lost} is gone or another one. What was set there is at its default again, so this sync asks like a first one.</source>
        <translation>Die Datei mit {lost} fehlt oder ist eine andere. Was darin stand, ist wieder auf Standard, darum fragt dieser Abgleich wie ein erster.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The folder {folder} can't be used: {strerror}.</source>
        <translation>Der Ordner {folder} lässt sich nicht verwenden: {strerror}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The history took more than {limit} MB, so the oldest syncs in it were forgotten: {gone}.</source>
        <translation>Der Verlauf belegte mehr als {limit} MB, darum wurden die ältesten Abgleiche darin vergessen: {gone}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The keyring that holds the tokens failed ({reason}).</source>
        <translation>Der Schlüsselbund mit den Token versagte ({reason}).</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The keyring that holds the tokens is locked.</source>
        <translation>Der Schlüsselbund mit den Token ist gesperrt.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The last sync was interrupted. Looking at what it had begun.</source>
        <translation>Der letzte Abgleich wurde unterbrochen. Was er begonnen hatte, wird geprüft.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The local database is damaged and can't be renamed: {strerror}.</source>
        <translation>Die lokale Datenbank ist beschädigt und lässt sich nicht umbenennen: {strerror}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The local database is of an earlier version, and the copy that is kept before it is changed can't be made ({error}).</source>
        <translation>Die lokale Datenbank stammt von einer früheren Version, und die Kopie vor der Umstellung lässt sich nicht anlegen ({error}).</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The local database was damaged. It was set aside as {name} and will be built anew from both stores; this sync counts as a first one.</source>
        <translation>Die lokale Datenbank war beschädigt. Sie liegt jetzt beiseite als {name} und wird aus beiden Seiten neu aufgebaut; dieser Abgleich gilt als erster.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The local database was written by a newer Counterpart.</source>
        <translation>Die lokale Datenbank stammt von einem neueren Counterpart.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The next sync looks first whether it was made.</source>
        <translation>Der nächste Abgleich sieht zuerst nach, ob sie ankam.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The next sync mends what was begun.</source>
        <translation>Der nächste Abgleich bringt Begonnenes in Ordnung.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The next sync tries again.</source>
        <translation>Der nächste Abgleich versucht es erneut.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The number of the online store is not set.</source>
        <translation>Die Nummer des Onlineshops ist nicht eingestellt.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The online store did not change this stock.</source>
        <translation>Der Onlineshop hat diesen Bestand nicht geändert.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The online store did not get to this product.</source>
        <translation>Der Onlineshop kam nicht bis zu diesem Produkt.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The online store did not report on a new product.</source>
        <translation>Der Onlineshop meldete ein neues Produkt nicht.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The online store did not take all of the restored content; left out.</source>
        <translation>Der Onlineshop nahm nicht den ganzen wiederhergestellten Inhalt an; ausgelassen.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The online store failed at creating a product.</source>
        <translation>Der Onlineshop konnte ein Produkt nicht erstellen.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The online store gave no ticket for a batch of new products.</source>
        <translation>Der Onlineshop gab keine Nummer für einen Stapel neuer Produkte.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The online store has no variation {variation_id} of this product.</source>
        <translation>Der Onlineshop hat keine Variante {variation_id} dieses Produkts.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The online store has not finished a batch of new products in time.</source>
        <translation>Der Onlineshop wurde mit einem Stapel neuer Produkte nicht rechtzeitig fertig.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The online store kept {kept}. The next sync tries again.</source>
        <translation>Der Onlineshop behielt: {kept}. Der nächste Abgleich versucht es erneut.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The online store lets another integration alone change this ({refused}). Counterpart only checks until you decide: disconnect that link and set store.mode to sync, or keep it and use Counterpart to check.</source>
        <translation>Der Onlineshop lässt das nur eine andere Anbindung ändern ({refused}). Counterpart prüft nur, bis Sie entscheiden: Trennen Sie die Anbindung und stellen Sie auf Abgleich um, oder behalten Sie sie und prüfen Sie mit Counterpart.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The online store's answer to a change makes no sense.</source>
        <translation>Die Antwort des Onlineshops auf eine Änderung ergibt keinen Sinn.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The online store's list of {what} does not add up, twice in a row.</source>
        <translation>Eine Liste des Onlineshops geht zweimal nacheinander nicht auf: {what}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The online store's plan has no variations; it takes a larger plan.</source>
        <translation>Der Tarif des Onlineshops hat keine Varianten; dafür braucht es einen größeren.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The online store's plan holds {limit} products and is full.</source>
        <translation>Der Tarif des Onlineshops fasst {limit} Produkte und ist voll.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The online store's report on a batch makes no sense.</source>
        <translation>Die Meldung des Onlineshops über einen Stapel ergibt keinen Sinn.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The outcome of a batch of new products could not be asked for.</source>
        <translation>Der Ausgang eines Stapels neuer Produkte ließ sich nicht erfragen.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The picture could not be fetched from its host.</source>
        <translation>Das Bild ließ sich von seinem Server nicht holen.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The picture {what}.</source>
        <translation>Das Bild {what}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The picture's host has no such picture.</source>
        <translation>Der Server des Bilds hat dieses Bild nicht.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The picture's host is out of order for the moment ({status}).</source>
        <translation>Der Server des Bilds ist gerade gestört ({status}).</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The register that takes the online orders no longer exists in the POS.</source>
        <translation>Die Kasse für die Onlinebestellungen gibt es im POS nicht mehr.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The reply to a change of stock was lost. It is looked at again.</source>
        <translation>Die Antwort auf eine Bestandsänderung ging verloren. Es wird noch einmal nachgesehen.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The reply to a new picture was lost. It is looked at again.</source>
        <translation>Die Antwort auf ein neues Bild ging verloren. Es wird noch einmal nachgesehen.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The sample stores can't be saved: {strerror}.</source>
        <translation>Der Beispielshop lässt sich nicht speichern: {strerror}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The system's proxy did not let us through to {where}.</source>
        <translation>Der Proxy des Systems ließ uns nicht durch: {where}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The system's proxy is of a kind this app can't use.</source>
        <translation>Der Proxy des Systems ist von einer Art, die diese App nicht nutzen kann.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The token belongs to store {store_id}, not to {store_id2}.</source>
        <translation>Das Token gehört zu Shop {store_id}, nicht zu {store_id2}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The token of {side_names} may not do this{named}.</source>
        <translation>Das Token darf das nicht{named}: {side_names}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The variant {bare} ({sku}) has no attribute values in the POS. Give it some there.</source>
        <translation>Die Variante {bare} ({sku}) hat im POS keine Attributwerte. Geben Sie ihr dort welche.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The variants {sku} and {sku2} have the same attribute values in the POS. Change one of them there.</source>
        <translation>Die Varianten {sku} und {sku2} haben im POS gleiche Attributwerte. Ändern Sie dort eine davon.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>The {where}'s product list left out {missing} of {known} known products without saying that they were deleted.</source>
        <translation>Die Produktliste ({where}) ließ {missing} von {known} bekannten Produkten aus, ohne sie als gelöscht zu melden.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>There is no POS version {version}.</source>
        <translation>Es gibt keine POS-Version {version}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>There is no connection to {where}.</source>
        <translation>Keine Verbindung: {where}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>There is no setting “{key}”.</source>
        <translation>Es gibt keine Einstellung „{key}“.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>There is no token for {side_names}.</source>
        <translation>Es fehlt ein Token: {side_names}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>This computer does not trust the certificate of {where}.</source>
        <translation>Dieser Computer vertraut dem Zertifikat nicht: {where}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>This computer offers no keyring to keep tokens in (found: {candidates}).</source>
        <translation>Dieser Computer bietet keinen Schlüsselbund für Token (gefunden: {candidates}).</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>This computer offers no keyring to keep tokens in.</source>
        <translation>Dieser Computer bietet keinen Schlüsselbund für Token.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>This is the first sync of this shop: look at what it would do with `counterpart sync --check`, then say yes with `counterpart sync --yes`.</source>
        <translation>Das ist der erste Abgleich dieses Shops: Sehen Sie mit `counterpart sync --check` an, was er täte, und bejahen Sie mit `counterpart sync --yes`.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>To keep the online values of some fields, name them: `counterpart settings first_link.keep description,name`.</source>
        <translation>Um Onlinewerte einiger Felder zu behalten, nennen Sie sie: `counterpart settings first_link.keep description,name`.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Too many requests to {where}: other apps may be using up its allowance.</source>
        <translation>Zu viele Anfragen ({where}): Vielleicht brauchen andere Apps das Kontingent auf.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Try again in a few minutes.</source>
        <translation>Wiederholen Sie es in ein paar Minuten.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Try again.</source>
        <translation>Wiederholen Sie es.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Try later.</source>
        <translation>Versuchen Sie es später.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Two of its variants have the SKU {sku}. Change one of them in the POS.</source>
        <translation>Zwei seiner Varianten haben die Artikelnummer {sku}. Ändern Sie eine davon im POS.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Two of its variants have the SKU {twice}. Change one in the POS.</source>
        <translation>Zwei seiner Varianten haben die Artikelnummer {twice}. Ändern Sie eine im POS.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Unlock it (sign in to the desktop, or open the keyring's own program) and try again. {without}</source>
        <translation>Entsperren Sie ihn (am Desktop anmelden oder das Programm des Schlüsselbunds öffnen) und wiederholen Sie es. {without}</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Wait a little and try again.</source>
        <translation>Warten Sie ein wenig und wiederholen Sie es.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Wait until it has finished.</source>
        <translation>Warten Sie, bis er fertig ist.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Waiting {doubt_seconds} seconds until no lost picture can arrive any more, then looking again at {works} of the products.</source>
        <translation>Wartet {doubt_seconds} Sekunden, bis kein verlorenes Bild mehr ankommen kann; danach werden {works} Produkte noch einmal angesehen.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Waiting {left} seconds for a stock change that may be on its way.</source>
        <translation>Wartet {left} Sekunden auf eine Bestandsänderung, die unterwegs sein kann.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Waiting {left} seconds until no lost change can arrive any more, then looking again at {doubtful} of the products.</source>
        <translation>Wartet {left} Sekunden, bis keine verlorene Änderung mehr ankommen kann; danach werden {doubtful} Produkte noch einmal angesehen.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>What Counterpart's database holds is damaged.</source>
        <translation>Der Inhalt der Datenbank von Counterpart ist beschädigt.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>When a product is deleted in the POS: delete online, or hide now and delete later</source>
        <translation>Wenn ein Produkt im POS gelöscht wird: online löschen oder erst ausblenden</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Without a keyring the tokens can be given in {token_variables} and {token_variables2}.</source>
        <translation>Ohne Schlüsselbund lassen sich die Token in {token_variables} und {token_variables2} angeben.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>Write to the online store, or only check and report</source>
        <translation>In den Onlineshop schreiben oder nur prüfen und berichten</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>You unlinked it, and the online store has a product with its SKU. Link the two again, or keep it off.</source>
        <translation>Sie haben die Verknüpfung gelöst, und der Onlineshop hat ein Produkt mit seiner Artikelnummer. Verknüpfen Sie beide wieder oder wählen Sie es ab.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>`counterpart history RUN` lists what a run did.</source>
        <translation>`counterpart history RUN` zeigt, was ein Lauf tat.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>`counterpart history` lists the runs.</source>
        <translation>`counterpart history` zeigt die Läufe.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>`counterpart settings` lists all of them.</source>
        <translation>`counterpart settings` zeigt alle.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>a category</source>
        <translation>eine Kategorie</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>a product</source>
        <translation>ein Produkt</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>begun by Counterpart's window</source>
        <translation>begonnen vom Fenster von Counterpart</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>begun by a command</source>
        <translation>begonnen von einem Befehl</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>begun by another Counterpart</source>
        <translation>begonnen von einem anderen Counterpart</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>can't be read</source>
        <translation>lässt sich nicht lesen</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>can't be saved</source>
        <translation>lässt sich nicht speichern</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>change and delete products</source>
        <translation>Produkte ändern und löschen</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>create products and categories</source>
        <translation>Produkte und Kategorien anlegen</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>deleted products</source>
        <translation>gelöschte Produkte</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>every run</source>
        <translation>nach jedem Lauf</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>has an address that can't be read</source>
        <translation>hat eine unlesbare Adresse</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>has an address that is not safe to fetch</source>
        <translation>hat eine Adresse, von der zu laden nicht sicher ist</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>has an address that leads to this computer</source>
        <translation>hat eine Adresse, die zu diesem Computer führt</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>inactive in the POS</source>
        <translation>inaktiv im POS</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>is damaged and can't be renamed</source>
        <translation>ist beschädigt und lässt sich nicht umbenennen</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>is handed out too slowly by its host</source>
        <translation>kommt von seinem Server zu langsam</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>is larger than 20 MB</source>
        <translation>ist größer als 20 MB</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>is no picture in a form the shop takes</source>
        <translation>hat kein Format, das der Shop annimmt</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>is not handed out by its host ({status})</source>
        <translation>wird von seinem Server nicht herausgegeben ({status})</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>is passed on from address to address</source>
        <translation>wird von Adresse zu Adresse weitergereicht</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>more than {most} bytes</source>
        <translation>mehr als {most} Bytes</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>needs me</source>
        <translation>wenn etwas zu tun ist</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>no variation {value}</source>
        <translation>keine Variante {value}</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>online store</source>
        <translation>Onlineshop</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>packed in a way we did not ask for ({coding})</source>
        <translation>anders gepackt als erbeten ({coding})</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>read orders, so that stock held by them is known</source>
        <translation>Bestellungen lesen, damit der reservierte Bestand bekannt ist</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>read outlets</source>
        <translation>Filialen lesen</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>read products and categories</source>
        <translation>Produkte und Kategorien lesen</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>read registers</source>
        <translation>Kassen lesen</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>read stock levels</source>
        <translation>Bestand lesen</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>read the shop's name and currency</source>
        <translation>Name und Währung des Geschäfts lesen</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>read the shop's settings</source>
        <translation>Einstellungen des Geschäfts lesen</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>read the shop's settings (needed beside retailer:read)</source>
        <translation>Einstellungen des Geschäfts lesen (neben retailer:read nötig)</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>stock levels</source>
        <translation>Bestände</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>store {store_id}</source>
        <translation>Shop {store_id}</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>the POS</source>
        <translation>das POS</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>the POS doesn't say whether it keeps stock of this</source>
        <translation>das POS sagt nicht, ob es davon Bestand führt</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>the POS doesn't say whether this is active</source>
        <translation>das POS sagt nicht, ob es aktiv ist</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>the POS doesn't tell a bundle's stock</source>
        <translation>das POS nennt für Bundles keinen Bestand</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>the POS gives sizes in an unknown unit ({unit})</source>
        <translation>das POS nennt Maße in unbekannter Einheit ({unit})</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>the POS gives the weight in an unknown unit ({unit})</source>
        <translation>das POS nennt das Gewicht in unbekannter Einheit ({unit})</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>the POS has no stock figure for it at any outlet</source>
        <translation>das POS hat dafür in keiner Filiale einen Bestand</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>the POS names a picture without an address</source>
        <translation>das POS nennt ein Bild ohne Adresse</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>the POS sent a product that can't be read</source>
        <translation>das POS sandte ein unlesbares Produkt</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>the POS sent a product without an id ({named})</source>
        <translation>das POS sandte ein Produkt ohne Nummer ({named})</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>the POS's stock figure could not be read</source>
        <translation>der Bestand des POS war nicht lesbar</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>the POS's switch for selling online can't be read</source>
        <translation>der Schalter des POS für den Onlineverkauf ist nicht lesbar</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>the answer took too long in all</source>
        <translation>die Antwort dauerte insgesamt zu lange</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>the list of products</source>
        <translation>die Produktliste</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>the list of {path}</source>
        <translation>die Liste {path}</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>the online store</source>
        <translation>der Onlineshop</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>the online store doesn't say whether it shows this</source>
        <translation>der Onlineshop sagt nicht, ob er es zeigt</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>the online store gave a variation without an id</source>
        <translation>der Onlineshop nannte eine Variante ohne Nummer</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>the online store sent a product that can't be read</source>
        <translation>der Onlineshop sandte ein unlesbares Produkt</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>the online store sent a product without an id ({named})</source>
        <translation>der Onlineshop sandte ein Produkt ohne Nummer ({named})</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>the shop</source>
        <translation>das Geschäft</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>the variation {sku}</source>
        <translation>die Variante {sku}</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>your choices</source>
        <translation>Ihrer Auswahl</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>your settings</source>
        <translation>Ihren Einstellungen</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>your settings and your choices</source>
        <translation>Ihren Einstellungen und Ihrer Auswahl</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{field} {kept} instead of {after}</source>
        <translation>{field} {kept} statt {after}</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{foreign} products online are linked by another integration. Counterpart only checks until you decide: disconnect that link and set store.mode to sync, or keep it and use Counterpart to check.</source>
        <translation>{foreign} Produkte online sind mit einer anderen Anbindung verknüpft. Counterpart prüft nur, bis Sie entscheiden: Trennen Sie die Anbindung und stellen Sie auf Abgleich um, oder behalten Sie sie und prüfen Sie mit Counterpart.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{hidden} products are hidden online. Your choices were lost, so they are set to off; `counterpart online` switches them on again.</source>
        <translation>{hidden} Produkte sind online ausgeblendet. Ihre Auswahl ging verloren, darum sind sie abgewählt; `counterpart online` wählt sie wieder an.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{image_ids} pictures instead of {expected}</source>
        <translation>{image_ids} Bilder statt {expected}</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{kind}: {count} of {of} products</source>
        <translation>{kind}: {count} von {of} Produkten</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{label}: edited online, kept until the POS changes it</source>
        <translation>{label}: online geändert, bleibt, bis das POS es ändert</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{label}: keep in step</source>
        <translation>{label}: abgleichen</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{label}: what stands online would be replaced on {count} products.</source>
        <translation>{label}: Bei {count} Produkten würde ersetzt, was online steht.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{label}: when edited online</source>
        <translation>{label}: bei Änderung online</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{named} can't be “{text}”.</source>
        <translation>{named} kann nicht „{text}“ sein.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{named} must be a number, not “{text}”.</source>
        <translation>{named} muss eine Zahl sein, nicht „{text}“.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{named} must be a whole number, not “{text}”.</source>
        <translation>{named} muss eine ganze Zahl sein, nicht „{text}“.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{named} must be between {least} and {most}.</source>
        <translation>{named} muss zwischen {least} und {most} liegen.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{name} can't be saved: {strerror}.</source>
        <translation>{name} lässt sich nicht speichern: {strerror}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{name} changed since you looked; it waits for the next preview.</source>
        <translation>{name} hat sich seit Ihrem Blick geändert; es wartet auf die nächste Vorschau.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{name} changed since you looked; look again.</source>
        <translation>{name} hat sich seit Ihrem Blick geändert; sehen Sie erneut nach.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{name} has no SKU in the POS; the one online is left. Give it one there.</source>
        <translation>{name} hat im POS keine Artikelnummer; die online bleibt. Geben Sie dort eine ein.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{name} may have a picture twice: {error}</source>
        <translation>{name} hat vielleicht ein Bild doppelt: {error}</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{name} waits: a SKU or option values it takes are still in use by what is left out. Sync both together.</source>
        <translation>{name} wartet: Ausgelassenes nutzt noch eine Artikelnummer oder Optionswerte, die es bekommt. Gleichen Sie beide zusammen ab.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{ours_unknown} products online were made by another Counterpart, or by this one with an older database. They are linked; Counterpart only checks until you confirm with `counterpart settings store.mode sync`.</source>
        <translation>{ours_unknown} Produkte online stammen von einem anderen Counterpart oder von diesem mit einer älteren Datenbank. Sie sind verknüpft; Counterpart prüft nur, bis Sie mit `counterpart settings store.mode sync` bestätigen.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{owner} gave no {field} that can be read</source>
        <translation>{owner} gab nichts Lesbares an: {field}</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{path} can't be used: {strerror}.</source>
        <translation>{path} lässt sich nicht verwenden: {strerror}.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{path} is being changed by another program.</source>
        <translation>{path} wird gerade von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{path} is no file but a link that leads elsewhere.</source>
        <translation>{path} ist keine Datei, sondern ein Verweis anderswohin.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{path} was written by a newer Counterpart.</source>
        <translation>{path} stammt von einem neueren Counterpart.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{remedy} Nothing was saved.</source>
        <translation>{remedy} Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{runners} since {since}</source>
        <translation>{runners} seit {since}</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{shown} products that are hidden online would become visible.</source>
        <translation>{shown} Produkte, die online ausgeblendet sind, würden sichtbar.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{side_names} does not accept the token.</source>
        <translation>{side_names} nimmt das Token nicht an.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{sku} has no name in the POS. Name it there.</source>
        <translation>{sku} hat im POS keinen Namen. Benennen Sie es dort.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{where} is out of order for the moment ({status}).</source>
        <translation>{where} ist gerade gestört ({status}).</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{where} takes too long to answer.</source>
        <translation>{where} braucht zu lange für eine Antwort.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{who} does not allow this on its plan.</source>
        <translation>{who} erlaubt das in seinem Tarif nicht.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{who} has no such record.</source>
        <translation>{who} hat keinen solchen Eintrag.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{who} refused this.</source>
        <translation>{who} hat das abgelehnt.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>{who} sent us on to another address.</source>
        <translation>{who} verwies auf eine andere Adresse.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>“{blank}” has no SKU in the POS. Give it one there.</source>
        <translation>„{blank}“ hat im POS keine Artikelnummer. Geben Sie dort eine ein.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>“{name}” has the SKU {sku} as well. Change one of them.</source>
        <translation>„{name}“ hat auch die Artikelnummer {sku}. Ändern Sie eine davon.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>“{name}” online has another variation “{values}” already. Delete or change it there, or change the variant in the POS.</source>
        <translation>„{name}“ online hat schon eine andere Variante „{values}“. Löschen oder ändern Sie sie dort, oder ändern Sie die Variante im POS.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>“{name}” online has its SKU and is linked to “{owner}” already. Change one of the SKUs in the POS, or link by hand.</source>
        <translation>„{name}“ online hat seine Artikelnummer und ist schon mit „{owner}“ verknüpft. Ändern Sie eine der Artikelnummern im POS oder verknüpfen Sie von Hand.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>“{name}” online has the SKU {sku} as well. Change one of them, or link them by hand.</source>
        <translation>„{name}“ online hat auch die Artikelnummer {sku}. Ändern Sie eine davon oder verknüpfen Sie beide von Hand.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>“{name}” online matches several POS products: {named}. Link by hand.</source>
        <translation>„{name}“ online passt zu mehreren POS-Produkten: {named}. Verknüpfen Sie von Hand.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>“{name}” with this SKU is online by now. The next sync compares the two.</source>
        <translation>„{name}“ mit dieser Artikelnummer ist inzwischen online. Der nächste Abgleich vergleicht beide.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>“{shown}”: the SKU {sku} and the options lead to different variations of “{name}” online. Correct one of them online.</source>
        <translation>„{shown}“: Artikelnummer {sku} und Optionen führen zu verschiedenen Varianten von „{name}“ online. Berichtigen Sie online eine davon.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>“{text}” is not a store number.</source>
        <translation>„{text}“ ist keine Shopnummer.</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>… and more than this share</source>
        <translation>… und mehr als dieser Anteil</translation>
    </message>
    <message>
        <location filename="../../resources/translations/sentences.txt"/>
        <source>… and {value} more; `counterpart status` names them all.</source>
        <translation>… und {value} mehr; `counterpart status` nennt alle.</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <location filename="../../app/ui/screens/product_row.py"/>
        <source>{field}. POS: {pos}. Online: {online}.</source>
        <translation>{field}. POS: {pos}. Online: {online}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_row.py"/>
        <source>Put back</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_row.py"/>
        <source>Keep the online edit</source>
        <translation>Onlineänderung behalten</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_row.py"/>
        <source>{field}: put back</source>
        <translation>{field}: zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_row.py"/>
        <source>{field}: keep the online edit</source>
        <translation>{field}: Onlineänderung behalten</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_row.py"/>
        <source>Hide differences</source>
        <translation>Unterschiede ausblenden</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_row.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_row.py"/>
        <source>Show differences</source>
        <translation>Unterschiede zeigen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_row.py"/>
        <source>Read all</source>
        <translation>Alles lesen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_row.py"/>
        <source>{field}: {deed}</source>
        <translation>{field}: {deed}</translation>
    </message>
</context>
<context>
    <name>FieldsSection</name>
    <message>
        <location filename="../../app/ui/screens/product_fields.py"/>
        <source>POS picture {number} of {count}</source>
        <translation>POS-Bild {number} von {count}</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_fields.py"/>
        <source>Online picture {number} of {count}</source>
        <translation>Onlinebild {number} von {count}</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_fields.py"/>
        <source>POS picture of {name}</source>
        <translation>POS-Bild von {name}</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_fields.py"/>
        <source>Online picture of {name}</source>
        <translation>Onlinebild von {name}</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_fields.py"/>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_fields.py"/>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
</context>
<context>
    <name>FieldsTable</name>
    <message>
        <location filename="../../app/ui/screens/settings_fields.py"/>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/settings_fields.py"/>
        <source>Keep in step</source>
        <translation>Abgleichen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/settings_fields.py"/>
        <source>When edited online</source>
        <translation>Bei Änderung online</translation>
    </message>
</context>
<context>
    <name>FirstRead</name>
    <message>
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>First read</source>
        <translation>Erstes Lesen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>Products appear once both sides are read. Nothing is sent.</source>
        <translation>Produkte erscheinen, sobald beide Seiten gelesen sind. Nichts wird gesendet.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>Comparing both sides</source>
        <translation>Beide Seiten werden verglichen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>Reading your POS</source>
        <translation>POS wird gelesen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>Reading your online store</source>
        <translation>Onlineshop wird gelesen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>Reading your POS: {count} so far</source>
        <translation>POS wird gelesen: bisher {count}</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>Reading your online store: {count} so far</source>
        <translation>Onlineshop wird gelesen: bisher {count}</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>Reading your POS: {count} of {total}</source>
        <translation>POS wird gelesen: {count} von {total}</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_states.py"/>
        <source>Reading your online store: {count} of {total}</source>
        <translation>Onlineshop wird gelesen: {count} von {total}</translation>
    </message>
</context>
<context>
    <name>FirstSyncBanner</name>
    <message>
        <location filename="../../app/ui/screens/preview_first.py"/>
        <source>This is the first sync. Look through it: nothing is sent until you apply it.</source>
        <translation>Das ist der erste Abgleich. Sehen Sie ihn durch: Nichts geht hinaus, bis Sie senden.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_first.py"/>
        <source>This is the rest of the first sync. What was sent stays; apply it to send this.</source>
        <translation>Das ist der Rest des ersten Abgleichs. Gesendetes bleibt; dies geht hinaus, wenn Sie senden.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_first.py"/>
        <source>Keep online</source>
        <translation>Online behalten</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_first.py"/>
        <source>Keep online. {what}</source>
        <translation>Online behalten. {what}</translation>
    </message>
</context>
<context>
    <name>ForgetPart</name>
    <message>
        <location filename="../../app/ui/screens/settings_household.py"/>
        <source>Forget everything…</source>
        <translation>Alles vergessen…</translation>
    </message>
</context>
<context>
    <name>ForgetQuestion</name>
    <message>
        <location filename="../../app/ui/screens/forget_question.py"/>
        <source>Forget everything</source>
        <translation>Alles vergessen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/forget_question.py"/>
        <source>Keep everything</source>
        <translation>Alles behalten</translation>
    </message>
</context>
<context>
    <name>GroupList</name>
    <message>
        <location filename="../../app/ui/screens/settings_groups.py"/>
        <source>Groups of settings</source>
        <translation>Gruppen der Einstellungen</translation>
    </message>
</context>
<context>
    <name>HistoryScreen</name>
    <message>
        <location filename="../../app/ui/screens/history.py"/>
        <source>Past syncs</source>
        <translation>Frühere Abgleiche</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history.py"/>
        <source>2 weeks</source>
        <translation>2 Wochen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history.py"/>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history.py"/>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history.py"/>
        <source>Days in the charts</source>
        <translation>Tage in den Diagrammen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history.py"/>
        <source>No sync has run yet</source>
        <translation>Noch kein Abgleich ist gelaufen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history.py"/>
        <source>Each sync is kept here with every change it made, and can be undone.</source>
        <translation>Jeder Abgleich steht hier mit allen Änderungen und lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history.py"/>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>HistorySection</name>
    <message>
        <location filename="../../app/ui/screens/product_extras.py"/>
        <source>History of this product</source>
        <translation>Verlauf dieses Produkts</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_extras.py"/>
        <source>Undo this…</source>
        <translation>Rückgängig…</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_extras.py"/>
        <source>Undo what was done {moment}…</source>
        <translation>Rückgängig, was {moment} geschah…</translation>
    </message>
</context>
<context>
    <name>LargePicture</name>
    <message>
        <location filename="../../app/ui/screens/product_pictures.py"/>
        <source>{picture}, large</source>
        <translation>{picture}, groß</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_pictures.py"/>
        <source>Click to close</source>
        <translation>Zum Schließen klicken</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_pictures.py"/>
        <source>The picture cannot be shown.</source>
        <translation>Das Bild lässt sich nicht anzeigen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_pictures.py"/>
        <source>Fetching…</source>
        <translation>Wird geholt…</translation>
    </message>
</context>
<context>
    <name>LeftAloneSection</name>
    <message>
        <location filename="../../app/ui/screens/product_extras.py"/>
        <source>Left alone</source>
        <translation>Bleibt unberührt</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_extras.py"/>
        <source>shown, never synced</source>
        <translation>angezeigt, nie abgeglichen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_extras.py"/>
        <source>stays in POS</source>
        <translation>bleibt im POS</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_extras.py"/>
        <source>stays online</source>
        <translation>bleibt online</translation>
    </message>
</context>
<context>
    <name>LinkSection</name>
    <message>
        <location filename="../../app/ui/screens/product_link.py"/>
        <source>Leave it as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_link.py"/>
        <source>Name or SKU online</source>
        <translation>Name oder Artikelnummer online</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_link.py"/>
        <source>Which product online is it?</source>
        <translation>Welches Produkt ist es online?</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_link.py"/>
        <source>No product online has that name or SKU.</source>
        <translation>Kein Produkt online hat diesen Namen oder diese Artikelnummer.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_link.py"/>
        <source>Type a part of its name or SKU. Esc leaves.</source>
        <translation>Geben Sie einen Teil von Name oder Artikelnummer ein. Esc bricht ab.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_link.py"/>
        <source>Link to “{name}”?</source>
        <translation>Mit „{name}“ verknüpfen?</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_link.py"/>
        <source>What “{name}” is linked to now is left as it is online.</source>
        <translation>Womit „{name}“ jetzt verknüpft ist, bleibt online, wie es ist.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_link.py"/>
        <source>The POS wins at the next sync; look at the preview first. Linking itself sends nothing.</source>
        <translation>Beim nächsten Abgleich gilt das POS; sehen Sie zuerst die Vorschau an. Verknüpfen allein sendet nichts.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_link.py"/>
        <source>Link</source>
        <translation>Verknüpfen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_link.py"/>
        <source>Choose another</source>
        <translation>Anderes wählen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_link.py"/>
        <source>It is linked to “{other}” now; that link ends. “{name}” takes its place.</source>
        <translation>Es ist jetzt mit „{other}“ verknüpft; das endet. „{name}“ tritt an seine Stelle.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_link.py"/>
        <source>From then on it is kept in step with “{name}” in the POS.</source>
        <translation>Von da an folgt es „{name}“ im POS.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_link.py"/>
        <source>Unlink “{name}”?</source>
        <translation>Verknüpfung mit „{name}“ lösen?</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_link.py"/>
        <source>Both products stay as they are and are no longer kept in step. Counterpart does not link them by their SKU again; you can link them by hand.</source>
        <translation>Beide Produkte bleiben, wie sie sind, und werden nicht mehr abgeglichen. Counterpart verknüpft sie nicht wieder über die Artikelnummer; Sie können es von Hand tun.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_link.py"/>
        <source>Unlink</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_link.py"/>
        <source>Keep the link</source>
        <translation>Verknüpft lassen</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <location filename="../../app/ui/screens/activity_log_view.py"/>
        <source>Open the product</source>
        <translation>Produkt öffnen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_log_view.py"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_log_view.py"/>
        <source>Log, newest line first</source>
        <translation>Protokoll, neueste Zeile zuerst</translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message>
        <location filename="../../app/ui/screens/product_more.py"/>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_more.py"/>
        <source>Keep the online edit</source>
        <translation>Onlineänderung behalten</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_more.py"/>
        <source>Put the POS value back</source>
        <translation>POS-Wert zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_more.py"/>
        <source>Link to another product…</source>
        <translation>Mit anderem Produkt verknüpfen…</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_more.py"/>
        <source>Unlink…</source>
        <translation>Verknüpfung lösen…</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_more.py"/>
        <source>Open in the POS</source>
        <translation>Im POS öffnen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_more.py"/>
        <source>Open online</source>
        <translation>Online öffnen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_more.py"/>
        <source>Open in its own window</source>
        <translation>In eigenem Fenster öffnen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_more.py"/>
        <source>Copy the name</source>
        <translation>Name kopieren</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_more.py"/>
        <source>Copy the SKU</source>
        <translation>Artikelnummer kopieren</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_more.py"/>
        <source>Copy the barcode</source>
        <translation>Barcode kopieren</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_more.py"/>
        <source>Keep the online edits</source>
        <translation>Onlineänderungen behalten</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_more.py"/>
        <source>Put the POS values back</source>
        <translation>POS-Werte zurücksetzen</translation>
    </message>
</context>
<context>
    <name>MoveList</name>
    <message>
        <location filename="../../app/ui/screens/outlets_moves.py"/>
        <source>Largest changes</source>
        <translation>Größte Änderungen</translation>
    </message>
</context>
<context>
    <name>OutletList</name>
    <message>
        <location filename="../../app/ui/screens/outlets_list.py"/>
        <source>Outlets</source>
        <translation>Filialen</translation>
    </message>
</context>
<context>
    <name>OutletsEffectPane</name>
    <message>
        <location filename="../../app/ui/screens/outlets_effect.py"/>
        <source>What this changes online</source>
        <translation>Was sich online ändert</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets_effect.py"/>
        <source>Largest changes</source>
        <translation>Größte Änderungen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets_effect.py"/>
        <source>online now → after</source>
        <translation>online jetzt → danach</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets_effect.py"/>
        <source>Tick or untick an outlet. What that changes stands here before you keep it.</source>
        <translation>Setzen oder entfernen Sie den Haken einer Filiale. Was das ändert, steht hier, bevor Sie es übernehmen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets_effect.py"/>
        <source>Working out what changes online…</source>
        <translation>Es wird berechnet, was sich online ändert…</translation>
    </message>
</context>
<context>
    <name>OutletsFooter</name>
    <message>
        <location filename="../../app/ui/screens/outlets_footer.py"/>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets_footer.py"/>
        <source>Keep this choice</source>
        <translation>Auswahl übernehmen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets_footer.py"/>
        <source>Choose a register first.</source>
        <translation>Wählen Sie zuerst eine Kasse.</translation>
    </message>
</context>
<context>
    <name>OutletsForm</name>
    <message>
        <location filename="../../app/ui/screens/wizard_outlets.py"/>
        <source>Choose whose stock counts online</source>
        <translation>Wählen, wessen Bestand online zählt</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard_outlets.py"/>
        <source>Online stock is what the ticked outlets have together. Nothing is sent yet.</source>
        <translation>Der Onlinebestand ist, was die angehakten Filialen zusammen haben. Noch wird nichts gesendet.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard_outlets.py"/>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard_outlets.py"/>
        <source>Automatically</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard_outlets.py"/>
        <source>Reading the outlets…</source>
        <translation>Filialen werden gelesen…</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard_outlets.py"/>
        <source>Choose the register that takes your online orders.</source>
        <translation>Wählen Sie die Kasse für Ihre Onlinebestellungen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard_outlets.py"/>
        <source>Your POS has no register. Add one there, then go back.</source>
        <translation>Ihr POS hat keine Kasse. Legen Sie dort eine an und gehen Sie dann zurück.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard_outlets.py"/>
        <source>Try again</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard_outlets.py"/>
        <source>Register for online orders</source>
        <translation>Kasse für Onlinebestellungen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard_outlets.py"/>
        <source>Online orders are booked there, so its outlet always counts.</source>
        <translation>Dort werden Onlinebestellungen gebucht, darum zählt ihre Filiale immer.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard_outlets.py"/>
        <source>Outlets that count</source>
        <translation>Filialen, die zählen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard_outlets.py"/>
        <source>How online orders reach your POS</source>
        <translation>Wie Onlinebestellungen ins POS kommen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard_outlets.py"/>
        <source>You ring them up yourself. Ordered pieces stay held back until you say that they are booked.</source>
        <translation>Sie buchen sie selbst. Bestellte Stücke bleiben reserviert, bis Sie sie als gebucht melden.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard_outlets.py"/>
        <source>Another link books them in the POS within minutes of the order.</source>
        <translation>Eine andere Anbindung bucht sie binnen Minuten im POS.</translation>
    </message>
</context>
<context>
    <name>OutletsScreen</name>
    <message>
        <location filename="../../app/ui/screens/outlets.py"/>
        <source>Online orders go to</source>
        <translation>Onlinebestellungen gehen an</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets.py"/>
        <source>No register takes the online orders yet</source>
        <translation>Noch nimmt keine Kasse die Onlinebestellungen an</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets.py"/>
        <source>Pick the one that books them. Nothing is sent online until you do.</source>
        <translation>Wählen Sie die, die sie bucht. Bis dahin wird nichts gesendet.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets.py"/>
        <source>Read both stores</source>
        <translation>Beide Seiten lesen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets.py"/>
        <source>Choose a register</source>
        <translation>Kasse wählen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets.py"/>
        <source>Outlets</source>
        <translation>Filialen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets.py"/>
        <source>Online stock is the sum of the ticked outlets.</source>
        <translation>Der Onlinebestand ist die Summe der angehakten Filialen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets.py"/>
        <source>Reading your outlets</source>
        <translation>Filialen werden gelesen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets.py"/>
        <source>They stand here once the POS has told them. Nothing is sent.</source>
        <translation>Sie stehen hier, sobald das POS sie nennt. Nichts wird gesendet.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets.py"/>
        <source>No outlets known yet</source>
        <translation>Noch keine Filialen bekannt</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets.py"/>
        <source>They come from the POS. Reading changes nothing in either store.</source>
        <translation>Sie kommen aus dem POS. Lesen ändert auf keiner Seite etwas.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets.py"/>
        <source>The POS has no outlet</source>
        <translation>Das POS hat keine Filiale</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets.py"/>
        <source>Add one there, then read both stores again.</source>
        <translation>Legen Sie dort eine an und lesen Sie dann beide Seiten erneut.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/outlets.py"/>
        <source>A sync is running.</source>
        <translation>Ein Abgleich läuft.</translation>
    </message>
</context>
<context>
    <name>PhaseRow</name>
    <message>
        <location filename="../../app/ui/screens/activity_phases.py"/>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_phases.py"/>
        <source>under way</source>
        <translation>läuft</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_phases.py"/>
        <source>still to come</source>
        <translation>steht noch aus</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/activity_phases.py"/>
        <source>{phase}: {state}</source>
        <translation>{phase}: {state}</translation>
    </message>
</context>
<context>
    <name>PictureButton</name>
    <message>
        <location filename="../../app/ui/screens/product_pictures.py"/>
        <source>{picture}, will be removed</source>
        <translation>{picture}, wird entfernt</translation>
    </message>
</context>
<context>
    <name>PreviewFooter</name>
    <message>
        <location filename="../../app/ui/screens/preview_footer.py"/>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_footer.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_footer.py"/>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_footer.py"/>
        <source>A sync is running.</source>
        <translation>Ein Abgleich läuft.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_footer.py"/>
        <source>Nothing is ticked. Tick what is to be sent.</source>
        <translation>Nichts ist angehakt. Haken Sie an, was gesendet werden soll.</translation>
    </message>
</context>
<context>
    <name>PreviewList</name>
    <message>
        <location filename="../../app/ui/screens/preview_list.py"/>
        <source>What will change</source>
        <translation>Was sich ändert</translation>
    </message>
</context>
<context>
    <name>PreviewNotices</name>
    <message>
        <location filename="../../app/ui/screens/preview_notices.py"/>
        <source>Read again</source>
        <translation>Erneut lesen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_notices.py"/>
        <source>Show what is missing</source>
        <translation>Fehlendes zeigen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_notices.py"/>
        <source>Switch to sync</source>
        <translation>Auf Abgleich umstellen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_notices.py"/>
        <source>Counterpart only compares this store.</source>
        <translation>Counterpart vergleicht diesen Shop nur.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_notices.py"/>
        <source>Read again in a moment. If it stays so, look at the products in the POS.</source>
        <translation>Lesen Sie gleich noch einmal. Bleibt es so, sehen Sie die Produkte im POS an.</translation>
    </message>
</context>
<context>
    <name>PreviewScreen</name>
    <message>
        <location filename="../../app/ui/screens/preview.py"/>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview.py"/>
        <source>Back to the catalogue</source>
        <translation>Zurück zum Katalog</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview.py"/>
        <source>Both sides agree</source>
        <translation>Beide Seiten stimmen überein</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview.py"/>
        <source>There is nothing to send.</source>
        <translation>Es gibt nichts zu senden.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview.py"/>
        <source>There is nothing to send. The next look is at {time}.</source>
        <translation>Es gibt nichts zu senden. Das nächste Mal wird um {time} nachgesehen.</translation>
    </message>
</context>
<context>
    <name>PreviewSections</name>
    <message>
        <location filename="../../app/ui/screens/preview_sections.py"/>
        <source>What will change, by kind and field</source>
        <translation>Was sich ändert, nach Art und Feld</translation>
    </message>
</context>
<context>
    <name>ProductHead</name>
    <message>
        <location filename="../../app/ui/screens/product_head.py"/>
        <source>Open in its own window</source>
        <translation>In eigenem Fenster öffnen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_head.py"/>
        <source>Close the panel</source>
        <translation>Bereich schließen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_head.py"/>
        <source>Sync this product</source>
        <translation>Produkt abgleichen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_head.py"/>
        <source>Sell online</source>
        <translation>Online verkaufen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_head.py"/>
        <source>Sell as in POS</source>
        <translation>Verkaufen wie im POS</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_head.py"/>
        <source>Keep off</source>
        <translation>Nicht online verkaufen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_head.py"/>
        <source>{sku} · barcode {barcode}</source>
        <translation>{sku} · Barcode {barcode}</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_head.py"/>
        <source>A sync is running. Wait until it has finished.</source>
        <translation>Ein Abgleich läuft. Warten Sie, bis er fertig ist.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_head.py"/>
        <source>Counterpart only compares; nothing is sent.</source>
        <translation>Counterpart vergleicht nur; nichts wird gesendet.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_head.py"/>
        <source>Mend what needs attention first.</source>
        <translation>Klären Sie zuerst, was offen ist.</translation>
    </message>
</context>
<context>
    <name>ProductPanel</name>
    <message>
        <location filename="../../app/ui/screens/product.py"/>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
</context>
<context>
    <name>ProgressBar</name>
    <message>
        <location filename="../../app/ui/widgets/progress_bar.py"/>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/progress_bar.py"/>
        <source>Not known yet how many</source>
        <translation>Anzahl noch nicht bekannt</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/progress_bar.py"/>
        <source>{done} of {total} done</source>
        <translation>{done} von {total} erledigt</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/progress_bar.py"/>
        <source>{done} of {total} done, {checked} checked</source>
        <translation>{done} von {total} erledigt, {checked} geprüft</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/progress_bar.py"/>
        <source>{done} of {total} done, {checked} checked, {failed} failed</source>
        <translation>{done} von {total} erledigt, {checked} geprüft, {failed} fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/progress_bar.py"/>
        <source>{done} of {total} done, {failed} failed</source>
        <translation>{done} von {total} erledigt, {failed} fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>ReasonsSection</name>
    <message>
        <location filename="../../app/ui/screens/product_reasons.py"/>
        <source>The last attempt failed</source>
        <translation>Der letzte Versuch ist fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_reasons.py"/>
        <source>Try again</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_reasons.py"/>
        <source>A sync is running. Wait until it has finished.</source>
        <translation>Ein Abgleich läuft. Warten Sie, bis er fertig ist.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_reasons.py"/>
        <source>Nothing is sent until this is mended</source>
        <translation>Bis zur Klärung wird nichts gesendet</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_reasons.py"/>
        <source>Left alone</source>
        <translation>Bleibt unberührt</translation>
    </message>
</context>
<context>
    <name>Registers</name>
    <message>
        <location filename="../../app/ui/screens/wizard_outlet_parts.py"/>
        <source>Choose a register</source>
        <translation>Kasse wählen</translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message>
        <location filename="../../app/ui/screens/wizard_result.py"/>
        <source>Asking the POS…</source>
        <translation>POS wird gefragt…</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard_result.py"/>
        <source>Asking the online store…</source>
        <translation>Onlineshop wird gefragt…</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard_result.py"/>
        <source>Putting the tokens into this computer’s keyring…</source>
        <translation>Die Token kommen in den Schlüsselbund dieses Computers…</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard_result.py"/>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard_result.py"/>
        <source>Stop testing (Esc)</source>
        <translation>Test anhalten (Esc)</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard_result.py"/>
        <source>Try again</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>RowsTable</name>
    <message>
        <location filename="../../app/ui/tables/rows_table.py"/>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
</context>
<context>
    <name>RunPane</name>
    <message>
        <location filename="../../app/ui/screens/history_run.py"/>
        <source>Undo this sync…</source>
        <translation>Abgleich rückgängig…</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_run.py"/>
        <source>Retry what failed</source>
        <translation>Fehlgeschlagenes wiederholen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_run.py"/>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_run.py"/>
        <source>Changes, old and new</source>
        <translation>Änderungen, alt und neu</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_run.py"/>
        <source>Undo this product…</source>
        <translation>Produkt rückgängig…</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_run.py"/>
        <source>Undo this field…</source>
        <translation>Feld rückgängig…</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_run.py"/>
        <source>No product was changed.</source>
        <translation>Kein Produkt wurde geändert.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_run.py"/>
        <source>A sync is running.</source>
        <translation>Ein Abgleich läuft.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_run.py"/>
        <source>This sync changed nothing.</source>
        <translation>Dieser Abgleich hat nichts geändert.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_run.py"/>
        <source>Pick one of its changes first.</source>
        <translation>Wählen Sie zuerst eine seiner Änderungen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_run.py"/>
        <source>This always follows the POS.</source>
        <translation>Das folgt immer dem POS.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_run.py"/>
        <source>Pick a changed field first.</source>
        <translation>Wählen Sie zuerst ein geändertes Feld.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_run.py"/>
        <source>Retry the failed one</source>
        <translation>Fehlgeschlagenes wiederholen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_run.py"/>
        <source>Nothing failed.</source>
        <translation>Nichts ist fehlgeschlagen.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <location filename="../../app/ui/widgets/search_field.py"/>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>SegmentsRow</name>
    <message>
        <location filename="../../app/ui/screens/settings_choices.py"/>
        <source>Default: {value}</source>
        <translation>Standard: {value}</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <location filename="../../app/ui/screens/catalogue_tools.py"/>
        <source>Sell online</source>
        <translation>Online verkaufen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_tools.py"/>
        <source>Keep off</source>
        <translation>Nicht online verkaufen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_tools.py"/>
        <source>As in POS</source>
        <translation>Wie im POS</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_tools.py"/>
        <source>Sync these</source>
        <translation>Diese abgleichen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_tools.py"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_tools.py"/>
        <source>Choose none</source>
        <translation>Auswahl aufheben</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <location filename="../../app/ui/screens/settings.py"/>
        <source>Try again</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <location filename="../../app/ui/widgets/skeleton.py"/>
        <source>Being read</source>
        <translation>Wird gelesen</translation>
    </message>
</context>
<context>
    <name>StatusList</name>
    <message>
        <location filename="../../app/ui/screens/catalogue_statuses.py"/>
        <source>Show products by status</source>
        <translation>Produkte nach Status zeigen</translation>
    </message>
</context>
<context>
    <name>StockSection</name>
    <message>
        <location filename="../../app/ui/screens/product_stock.py"/>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_stock.py"/>
        <source>read {time}</source>
        <translation>gelesen {time}</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_stock.py"/>
        <source>{variant}: {before} → {after}</source>
        <translation>{variant}: {before} → {after}</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_stock.py"/>
        <source>takes online orders</source>
        <translation>für Onlinebestellungen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_stock.py"/>
        <source>ticked</source>
        <translation>angehakt</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_stock.py"/>
        <source>not ticked</source>
        <translation>nicht angehakt</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_stock.py"/>
        <source>Online stock should be</source>
        <translation>Onlinebestand soll sein</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_stock.py"/>
        <source>never below zero</source>
        <translation>nie unter null</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_stock.py"/>
        <source>Held back (buffer)</source>
        <translation>Zurückbehalten (Reserve)</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_stock.py"/>
        <source>only where the stock would rise</source>
        <translation>nur, wo der Bestand stiege</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_stock.py"/>
        <source>Held for online orders</source>
        <translation>Für Onlinebestellungen reserviert</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_stock.py"/>
        <source>Order {number}</source>
        <translation>Bestellung {number}</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_stock.py"/>
        <source>Sold online</source>
        <translation>Online verkauft</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_stock.py"/>
        <source>The shop shows</source>
        <translation>Der Shop zeigt</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_stock.py"/>
        <source>goes to {number}</source>
        <translation>wird {number}</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_stock.py"/>
        <source>not there yet</source>
        <translation>noch nicht da</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_stock.py"/>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_stock.py"/>
        <source>left alone</source>
        <translation>bleibt unberührt</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_stock.py"/>
        <source>not compared</source>
        <translation>nicht verglichen</translation>
    </message>
</context>
<context>
    <name>StoreForm</name>
    <message>
        <location filename="../../app/ui/screens/wizard_store.py"/>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard_store.py"/>
        <source>Show me where</source>
        <translation>So finden Sie es</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard_store.py"/>
        <source>Testing…</source>
        <translation>Wird getestet…</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard_store.py"/>
        <source>It is kept in this computer’s keyring, never in a file.</source>
        <translation>Es liegt im Schlüsselbund dieses Computers, nie in einer Datei.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard_store.py"/>
        <source>Hide this</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>StoresPart</name>
    <message>
        <location filename="../../app/ui/screens/settings_stores.py"/>
        <source>POS</source>
        <translation>POS</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/settings_stores.py"/>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/settings_stores.py"/>
        <source>Name not read yet</source>
        <translation>Name noch nicht gelesen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/settings_stores.py"/>
        <source>Connect your stores…</source>
        <translation>POS und Shop verbinden…</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/settings_stores.py"/>
        <source>Connect again…</source>
        <translation>Neu verbinden…</translation>
    </message>
</context>
<context>
    <name>ToolsRow</name>
    <message>
        <location filename="../../app/ui/screens/catalogue_tools.py"/>
        <source>Search name, SKU, barcode or brand</source>
        <translation>Name, Artikelnr., Barcode, Marke</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_tools.py"/>
        <source>Show all products</source>
        <translation>Alle Produkte zeigen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_tools.py"/>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_tools.py"/>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_tools.py"/>
        <source>Export what is shown</source>
        <translation>Angezeigtes exportieren</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/catalogue_tools.py"/>
        <source>No product has been read yet.</source>
        <translation>Noch wurde kein Produkt gelesen.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <location filename="../../app/ui/screens/top_bar.py"/>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/top_bar.py"/>
        <source>Outlets</source>
        <translation>Filialen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/top_bar.py"/>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/top_bar.py"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/top_bar.py"/>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/top_bar.py"/>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/top_bar.py"/>
        <source>A sync is running.</source>
        <translation>Ein Abgleich läuft.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/top_bar.py"/>
        <source>It compares both stores.</source>
        <translation>Er vergleicht beide Seiten.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/top_bar.py"/>
        <source>No product has been read yet.</source>
        <translation>Noch wurde kein Produkt gelesen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/top_bar.py"/>
        <source>Syncing…</source>
        <translation>Gleicht ab…</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/top_bar.py"/>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/top_bar.py"/>
        <source>Nothing of this has been sent yet</source>
        <translation>Noch wurde nichts davon gesendet</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/top_bar.py"/>
        <source>Nothing waits</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/top_bar.py"/>
        <source>Checking what was sent</source>
        <translation>Gesendetes wird geprüft</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <location filename="../../app/ui/tray.py"/>
        <source>Open Counterpart</source>
        <translation>Counterpart öffnen</translation>
    </message>
    <message>
        <location filename="../../app/ui/tray.py"/>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <location filename="../../app/ui/tray.py"/>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location filename="../../app/ui/tray.py"/>
        <source>Stop safely</source>
        <translation>Sicher anhalten</translation>
    </message>
</context>
<context>
    <name>UndoPage</name>
    <message>
        <location filename="../../app/ui/screens/history_undo.py"/>
        <source>What goes back and what stays</source>
        <translation>Was zurückgeht und was bleibt</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_undo.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_undo.py"/>
        <source>Counterpart only compares this store until you decide.</source>
        <translation>Counterpart vergleicht diesen Shop nur, bis Sie entscheiden.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_undo.py"/>
        <source>A sync is running.</source>
        <translation>Ein Abgleich läuft.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_undo.py"/>
        <source>Nothing of it can be put back.</source>
        <translation>Nichts davon lässt sich zurücksetzen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_undo.py"/>
        <source>Goes back</source>
        <translation>Geht zurück</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/history_undo.py"/>
        <source>Stays as it is</source>
        <translation>Bleibt, wie es ist</translation>
    </message>
</context>
<context>
    <name>WelcomeScreen</name>
    <message>
        <location filename="../../app/ui/screens/welcome.py"/>
        <source>Connect your stores</source>
        <translation>POS und Shop verbinden</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/welcome.py"/>
        <source>Explore with sample stores</source>
        <translation>Mit Beispielshop ausprobieren</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/welcome.py"/>
        <source>Try again</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/welcome.py"/>
        <source>Welcome to Counterpart</source>
        <translation>Willkommen bei Counterpart</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/welcome.py"/>
        <source>It keeps your online store in step with your POS: products, prices, stock and pictures.</source>
        <translation>Es hält Ihren Onlineshop auf dem Stand Ihres POS: Produkte, Preise, Bestand und Bilder.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/welcome.py"/>
        <source>Your own shop</source>
        <translation>Ihr eigenes Geschäft</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/welcome.py"/>
        <source>Three steps, about five minutes. Connecting changes nothing in either store.</source>
        <translation>Drei Schritte, etwa fünf Minuten. Verbinden ändert auf keiner Seite etwas.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/welcome.py"/>
        <source>Just look around</source>
        <translation>Nur umsehen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/welcome.py"/>
        <source>Counterpart only reads your POS and never changes anything there.</source>
        <translation>Counterpart liest Ihr POS nur und ändert dort nie etwas.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <location filename="../../app/ui/window.py"/>
        <source>Counterpart</source>
        <translation>Counterpart</translation>
    </message>
    <message>
        <location filename="../../app/ui/window.py"/>
        <source>Sample shop · Counterpart</source>
        <translation>Beispielshop · Counterpart</translation>
    </message>
    <message>
        <location filename="../../app/ui/window.py"/>
        <source>{shop} · Counterpart</source>
        <translation>{shop} · Counterpart</translation>
    </message>
    <message>
        <location filename="../../app/ui/window.py"/>
        <source>preview.csv</source>
        <translation>vorschau.csv</translation>
    </message>
    <message>
        <location filename="../../app/ui/window.py"/>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <location filename="../../app/ui/window.py"/>
        <source>Excel (*.xlsx);;CSV (*.csv)</source>
        <translation>Excel (*.xlsx);;CSV (*.csv)</translation>
    </message>
    <message>
        <location filename="../../app/ui/window.py"/>
        <source>catalogue.xlsx</source>
        <translation>katalog.xlsx</translation>
    </message>
    <message>
        <location filename="../../app/ui/window.py"/>
        <source>sync log.txt</source>
        <translation>protokoll.txt</translation>
    </message>
    <message>
        <location filename="../../app/ui/window.py"/>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <location filename="../../app/ui/window.py"/>
        <source>past sync.csv</source>
        <translation>abgleich.csv</translation>
    </message>
    <message>
        <location filename="../../app/ui/window.py"/>
        <source>counterpart diagnostics.zip</source>
        <translation>counterpart-diagnose.zip</translation>
    </message>
    <message>
        <location filename="../../app/ui/window.py"/>
        <source>Archive (*.zip)</source>
        <translation>Archiv (*.zip)</translation>
    </message>
    <message>
        <location filename="../../app/ui/window.py"/>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
</context>
<context>
    <name>WizardScreen</name>
    <message>
        <location filename="../../app/ui/screens/wizard.py"/>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard.py"/>
        <source>Connect again</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard.py"/>
        <source>Your choices and ticks are kept. Nothing is changed in either store.</source>
        <translation>Ihre Auswahl und Haken bleiben. Auf keiner Seite ändert sich etwas.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard.py"/>
        <source>Not now?</source>
        <translation>Nicht jetzt?</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard.py"/>
        <source>Back to the catalogue</source>
        <translation>Zurück zum Katalog</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard.py"/>
        <source>Connect your stores</source>
        <translation>POS und Shop verbinden</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard.py"/>
        <source>Three steps, about five minutes. Nothing is changed in either store.</source>
        <translation>Drei Schritte, etwa fünf Minuten. Auf keiner Seite ändert sich etwas.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard.py"/>
        <source>Not ready?</source>
        <translation>Noch nicht bereit?</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard.py"/>
        <source>Explore with sample stores</source>
        <translation>Mit Beispielshop ausprobieren</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard.py"/>
        <source>Lightspeed Retail (X-Series)</source>
        <translation>Lightspeed Retail (X-Series)</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard.py"/>
        <source>Lightspeed eCom (E-Series)</source>
        <translation>Lightspeed eCom (E-Series)</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard.py"/>
        <source>Point of sale</source>
        <translation>Kassensystem (POS)</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard.py"/>
        <source>Online store</source>
        <translation>Onlineshop</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard.py"/>
        <source>Outlets</source>
        <translation>Filialen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard.py"/>
        <source>Finish: read both stores</source>
        <translation>Fertig: beide Seiten lesen</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard.py"/>
        <source>Going back keeps what you typed; closing the window keeps all but tokens.</source>
        <translation>Beim Zurückgehen bleiben Ihre Eingaben, beim Schließen des Fensters alles außer den Token.</translation>
    </message>
</context>
<context>
    <name>WordsBanner</name>
    <message>
        <location filename="../../app/ui/screens/words_banner.py"/>
        <source>A file on this computer was damaged or lost</source>
        <translation>Eine Datei auf diesem Computer war beschädigt oder fehlt</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/words_banner.py"/>
        <source>Got it</source>
        <translation>Verstanden</translation>
    </message>
</context>
<context>
    <name>_AnsweredLine</name>
    <message>
        <location filename="../../app/ui/screens/preview_guard.py"/>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/preview_guard.py"/>
        <source>Change: {answer}</source>
        <translation>Ändern: {answer}</translation>
    </message>
</context>
<context>
    <name>_Reading</name>
    <message>
        <location filename="../../app/ui/screens/product.py"/>
        <source>Both stores are being compared; its fields follow in a moment.</source>
        <translation>Beide Seiten werden verglichen; die Felder folgen gleich.</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product.py"/>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
</context>
<context>
    <name>_SecretLine</name>
    <message>
        <location filename="../../app/ui/widgets/field.py"/>
        <source>Show what was typed</source>
        <translation>Eingabe zeigen</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/field.py"/>
        <source>Hide what was typed</source>
        <translation>Eingabe verbergen</translation>
    </message>
</context>
<context>
    <name>_SidesHead</name>
    <message>
        <location filename="../../app/ui/screens/product_fields.py"/>
        <source>POS</source>
        <translation>POS</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/product_fields.py"/>
        <source>Online</source>
        <translation>Online</translation>
    </message>
</context>
<context>
    <name>_StepItem</name>
    <message>
        <location filename="../../app/ui/screens/wizard_steps.py"/>
        <source>Step {number}, {title}, you are here. {caption}</source>
        <translation>Schritt {number}, {title}, Sie sind hier. {caption}</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard_steps.py"/>
        <source>Step {number}, {title}, done. {caption}</source>
        <translation>Schritt {number}, {title}, erledigt. {caption}</translation>
    </message>
    <message>
        <location filename="../../app/ui/screens/wizard_steps.py"/>
        <source>Step {number}, {title}. {caption}</source>
        <translation>Schritt {number}, {title}. {caption}</translation>
    </message>
</context>
</TS>
