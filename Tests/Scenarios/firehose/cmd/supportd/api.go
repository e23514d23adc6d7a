package main

import (
	"encoding/json"
	"log/slog"
	"net/http"

	"example.com/firehose/billing"
	"example.com/firehose/client"
	"example.com/firehose/contacts"
	"example.com/firehose/directory"
)

const maxBody = 4 << 20

type api struct {
	billing  *billing.Syncer
	contacts client.DirectoryClient
	entities directory.Service
}

func (a *api) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/customers/sync", a.syncCustomer)
	mux.HandleFunc("POST /v1/organizations/{organization}/contacts", a.importContacts)
	mux.HandleFunc("GET /v1/organizations/{organization}/contacts", a.listContacts)
	return mux
}

func (a *api) syncCustomer(w http.ResponseWriter, r *http.Request) {
	var customer billing.Customer
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody)).Decode(&customer); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if err := a.billing.SyncCustomerDataToSupport(r.Context(), &customer); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (a *api) importContacts(w http.ResponseWriter, r *http.Request) {
	rows, err := contacts.Read(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	importer := contacts.NewImporter(a.contacts, r.URL.Query().Get("source"))
	if err := importer.Import(r.Context(), r.PathValue("organization"), rows); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (a *api) listContacts(w http.ResponseWriter, r *http.Request) {
	out, err := a.entities.Entities(r.Context(), &directory.EntitiesRequest{
		OrganizationID: r.PathValue("organization"),
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(out.Entities); err != nil {
		slog.Warn("supportd: contacts were not sent", "error", err)
	}
}
